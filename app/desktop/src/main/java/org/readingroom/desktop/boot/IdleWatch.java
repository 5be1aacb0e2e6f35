package org.readingroom.desktop.boot;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Does something when nobody has touched keys or mouse in any window for a while.
final class IdleWatch {
    private final PauseTransition pause = new PauseTransition();
    private final Subscription asked;
    private final EventHandler<InputEvent> touched = event -> pause.playFromStart();
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
            change.getRemoved().forEach(this::forget);
        }
    };

    /// Zero `minutes` means never.
    IdleWatch(ObservableIntegerValue minutes, Runnable whenIdle) {
        pause.setOnFinished(event -> whenIdle.run());
        asked = minutes.subscribe(now -> {
            pause.stop();
            if (now.intValue() > 0) {
                pause.setDuration(Duration.minutes(now.intValue()));
                pause.playFromStart();
            }
        });
        Window.getWindows().forEach(this::watch);
        Window.getWindows().addListener(opened);
    }

    private void watch(Window window) {
        window.addEventFilter(InputEvent.ANY, touched);
    }

    private void forget(Window window) {
        window.removeEventFilter(InputEvent.ANY, touched);
    }

    void stop() {
        asked.unsubscribe();
        pause.stop();
        Window.getWindows().removeListener(opened);
        List.copyOf(Window.getWindows()).forEach(this::forget);
    }
}
