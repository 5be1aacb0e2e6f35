package org.readingroom.desktop.reporting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// Which series of the study that is read were in a view since it was opened, and which never were.
///
/// A series counts as seen when any of its sets was in a view; whether somebody looked at it is not for a program to
/// say.
///
/// **Thread:** FX.
// [impl->req~report.seen-series~1]
public final class SeenSeries {
    private final ReadingDeskModel desk;
    private final Set<SeriesUid> seen = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<String>> unopened = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable StudyUid study;

    public SeenSeries(ReadingDeskModel desk) {
        this.desk = desk;
        desk.eachView(view -> view.setProperty().subscribe(set -> {
            if (set != null) {
                seen.add(set.displaySet().series());
            }
            look();
        }));
        desk.sets().addListener((ListChangeListener<OpenSet>) change -> look());
    }

    /// Begins anew with `opened`; null while no study is read. What is in a view already counts.
    public void follow(@Nullable StudyUid opened) {
        study = opened;
        seen.clear();
        desk.views().forEach(view -> view.displaySet().map(DisplaySet::series).ifPresent(seen::add));
        look();
    }

    /// What the series that were in no view are called, each once, in their order.
    public ReadOnlyObjectProperty<List<String>> unopenedProperty() {
        return unopened.getReadOnlyProperty();
    }

    private void look() {
        unopened.set(desk.sets().stream()
                .map(OpenSet::displaySet)
                .filter(set -> set.study().equals(study))
                .filter(set -> !set.rule().equals(DisplaySet.DERIVED) && !seen.contains(set.series()))
                .map(SeenSeries::name)
                .distinct()
                .toList());
    }

    private static String name(DisplaySet set) {
        return set.description().isBlank() ? set.modality() : set.description();
    }
}
