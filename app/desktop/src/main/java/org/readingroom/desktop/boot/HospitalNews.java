package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.readingroom.services.hospital.Hospital;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkState;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Brings to the window what the hospital tells on other threads: other orders, and that the RIS is back.
final class HospitalNews implements AutoCloseable {
    /// chosen: an unconfirmed claim is soon asked for, and a lost server is not hammered.
    private static final Duration NOW_AND_THEN = Duration.seconds(10);

    private final List<AutoCloseable> listening = new ArrayList<>();
    private volatile boolean isClosed;

    /// `orders` is done when orders changed; `back` when the RIS answers again and, for a failure so short that no
    /// watch saw it, now and then. Both on FX.
    HospitalNews(Surroundings around, Runnable orders, Runnable back) {
        Hospital hospital = around.session().hospital();
        hospital.orders().ifPresent(watch -> listening.add(watch.onChange(() -> onFx(around, orders))));
        Timeline clock = new Timeline(new KeyFrame(NOW_AND_THEN, event -> back.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        listening.add(clock::stop);
        listening.add(hospital.links().onChange(status -> {
            if (status.kind() == LinkKind.RIS && status.state() == LinkState.UP) {
                onFx(around, back);
            }
        }));
    }

    private void onFx(Surroundings around, Runnable action) {
        around.lanes().start(Lane.FX, Priority.ON_SCREEN, () -> {
            if (!isClosed) {
                action.run();
            }
        });
    }

    @Override
    public void close() {
        isClosed = true;
        for (AutoCloseable one : listening) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("a listener cannot be ended", e);
            }
        }
    }
}
