package org.readingroom.desktop.exporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.CineSpeed;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.exporting.ExportChoice.What;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.viewport.DataPresentation;

/// What lies on the desk at the moment of asking: the active view, the visible ones, the set in the active
/// view with its sisters of the series.
///
/// **Thread:** made on FX.
record Subject(
        ViewportNode active,
        List<ViewportNode> visible,
        DisplaySet set,
        List<DisplaySet> sisters,
        DataPresentation look,
        int index,
        int count,
        boolean isFlat,
        double framesPerSecond,
        Map<ViewportNode, DisplaySet> shown) {
    Subject {
        visible = List.copyOf(visible);
        sisters = List.copyOf(sisters);
        shown = Map.copyOf(shown);
    }

    static @Nullable Subject of(ReadingDeskModel desk, ReadingDeskView view) {
        ViewportNode node = view.activeNode();
        ViewportModel model = node.model();
        OpenSet open = model.setProperty().get();
        if (open == null) {
            return null;
        }
        DisplaySet set = open.displaySet();
        List<ViewportModel> onScreen = desk.visible();
        List<ViewportNode> visible = view.viewNodes().stream()
                .filter(each -> onScreen.contains(each.model()) && each.hasPicture())
                .toList();
        Map<ViewportNode, DisplaySet> shown = new HashMap<>();
        shown.put(node, set);
        visible.forEach(each -> each.model().displaySet().ifPresent(one -> shown.put(each, one)));
        return new Subject(
                node,
                visible,
                set,
                desk.sets().stream()
                        .map(OpenSet::displaySet)
                        .filter(each -> each.series().equals(set.series()))
                        .toList(),
                open.presentationProperty().get(),
                model.index(),
                model.count(),
                model.isFlat(),
                CineSpeed.of(model),
                shown);
    }

    /// Whether a view has gone on to something else since it was asked for: what leaves was let out under the name
    /// of what was there then.
    boolean isGoneFrom(ViewportNode node) {
        DisplaySet then = shown.get(node);
        DisplaySet now = node.model().displaySet().orElse(null);
        return then == null
                || now == null
                || !then.study().equals(now.study())
                || !then.id().equals(now.id());
    }

    /// The sets that `what` shows.
    Collection<DisplaySet> sets(What what) {
        return what == What.VIEWS ? shown.values() : List.of(set);
    }

    /// The studies that `what` is about.
    Set<StudyUid> studies(What what) {
        return sets(what).stream().map(DisplaySet::study).collect(Collectors.toSet());
    }

    /// How many pictures `choice` makes of it.
    int pictures(ExportChoice choice) {
        return switch (choice.what()) {
            case VIEW -> 1;
            case VIEWS -> Math.max(1, visible.size());
            case SERIES, STUDY -> choice.form().isPhoto() ? count : set.frames().size();
        };
    }
}
