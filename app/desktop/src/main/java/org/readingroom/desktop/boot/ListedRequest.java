package org.readingroom.desktop.boot;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.request.RequestModel;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.services.reading.WorklistRow;

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
        } else if (before.order() == null && now.order() != null) {
            // the order of a study that is here may come later than the study
            resting.playFromStart();
        }
    }

    @Override
    public void close() {
        resting.stop();
    }
}
