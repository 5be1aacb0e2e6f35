package org.readingroom.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The FX lane: runs what it is given on the toolkit's thread, in order.
///
/// **Thread:** any.
public final class FxLane implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
