package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.util.Subscription;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.TakenPicture;
import org.readingroom.desktop.desk.ViewportModel;

/// Takes every so manieth picture of a series, as they arrive, and hands them over in their order.
///
/// **Thread:** FX.
final class SeriesTaker {
    private final ViewportModel view;
    private final ReadingDeskModel desk;
    private final OpenSet open;
    private final Map<Integer, Optional<TakenPicture>> taken = new LinkedHashMap<>();
    private final BiConsumer<List<TakenPicture>, Integer> done;
    private Subscription arrivals = Subscription.EMPTY;
    private boolean isOver;

    /// `done` gets the pictures, and how many could not be had.
    SeriesTaker(
            ViewportModel view,
            ReadingDeskModel desk,
            OpenSet open,
            int step,
            BiConsumer<List<TakenPicture>, Integer> done) {
        this.view = view;
        this.desk = desk;
        this.open = open;
        this.done = done;
        for (int index = 0; index < open.displaySet().frames().size(); index += step) {
            taken.put(index, Optional.empty());
        }
    }

    int count() {
        return taken.size();
    }

    void begin() {
        arrivals = open.arrivedProperty().subscribe((before, now) -> look());
        look();
    }

    private void look() {
        if (isOver) {
            return;
        }
        int broken = 0;
        boolean isWhole = true;
        for (Map.Entry<Integer, Optional<TakenPicture>> each : taken.entrySet()) {
            if (each.getValue().isEmpty()) {
                each.setValue(TakenPicture.frame(view, desk, open, each.getKey()));
            }
            if (each.getValue().isEmpty()) {
                boolean hasFailed = open.fault(each.getKey()).isPresent();
                broken += hasFailed ? 1 : 0;
                isWhole &= hasFailed;
            }
        }
        if (isWhole) {
            isOver = true;
            arrivals.unsubscribe();
            List<TakenPicture> pictures = new ArrayList<>();
            taken.values().forEach(each -> each.ifPresent(pictures::add));
            done.accept(pictures, broken);
        }
    }
}
