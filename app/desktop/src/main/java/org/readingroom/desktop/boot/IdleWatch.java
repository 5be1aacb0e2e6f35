package org.readingroom.desktop.boot;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableIntegerValue;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/// Does something when nobody has touched keys or mouse for a while.
final class IdleWatch {
    private final PauseTransition pause = new PauseTransition();
    private final EventHandler<InputEvent> touched = event -> pause.playFromStart();
    private final Scene scene;

    /// Zero `minutes` means never.
    IdleWatch(Scene scene, ObservableIntegerValue minutes, Runnable whenIdle) {
        this.scene = scene;
        pause.setOnFinished(event -> whenIdle.run());
        minutes.subscribe(now -> {
            pause.stop();
            if (now.intValue() > 0) {
                pause.setDuration(Duration.minutes(now.intValue()));
                pause.playFromStart();
            }
        });
        scene.addEventFilter(InputEvent.ANY, touched);
    }

    void stop() {
        pause.stop();
        scene.removeEventFilter(InputEvent.ANY, touched);
    }
}
