package org.readingroom.report.ui;

import java.time.Duration;
import javafx.animation.PauseTransition;
import org.readingroom.viewer.task.Handle;

/// [Delay] by the toolkit's own clock.
public final class FxDelay implements Delay {
    @Override
    public Handle after(Duration duration, Runnable action) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) duration.toMillis()));
        pause.setOnFinished(event -> action.run());
        pause.play();
        return pause::stop;
    }
}
