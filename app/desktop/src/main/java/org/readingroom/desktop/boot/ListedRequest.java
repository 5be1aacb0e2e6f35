package org.readingroom.desktop.boot;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.request.RequestModel;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;

/// The request of the row that is chosen in the list, once somebody stays on it.
///
/// **Thread:** FX.
final class ListedRequest implements AutoCloseable {
    /// chosen: who goes through the list row by row asks the hospital for nothing.
    private static final Duration STAY = Duration.millis(350);

    private final RequestModel request;
    private final PauseTransition resting = new PauseTransition(STAY);

    ListedRequest(WorklistViewModel list, RequestModel request) {
        this.request = request;
        resting.setOnFinished(event -> {
            WorklistRow row = list.selectedProperty().get();
            request.show(row == null ? null : row.order());
        });
        list.selectedProperty().subscribe(this::chosen);
    }

    private void chosen(@Nullable WorklistRow before, @Nullable WorklistRow now) {
        if (before == null || now == null || !before.isSameCase(now)) {
            request.show(null);
            resting.playFromStart();
        } else if (now.order() != null && isOther(before.order(), now.order())) {
            resting.playFromStart();
        }
    }

    /// The order of a study that is here may come later than the study, and may change while it is looked at.
    private static boolean isOther(@Nullable Order before, Order now) {
        return before == null || !before.version().equals(now.version());
    }

    @Override
    public void close() {
        resting.stop();
    }
}
