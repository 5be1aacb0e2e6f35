package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewState;

/// What all views of a desk show, and how: to be told from what comes after it, and to be put back.
///
/// **Thread:** FX.
public record DeskArrangement(Layout layout, List<Content> views) {
    /// What one view shows. `data` is how the values of its set are shown; null without a set.
    public record Content(
            @Nullable OpenSet set,
            ViewState state,
            ViewPresentation look,
            ViewMode mode,
            @Nullable FusedSet fused,
            @Nullable DataPresentation data) {
        static Content of(ViewportModel view) {
            OpenSet open = view.setProperty().get();
            return new Content(
                    open,
                    view.stateProperty().get(),
                    view.presentationProperty().get(),
                    view.modeProperty().get(),
                    view.additions().fusedProperty().get(),
                    open == null ? null : open.presentationProperty().get());
        }

        private void show(ViewportModel view) {
            if (view.setProperty().get() != set) {
                view.show(set);
            }
            if (set != null && data != null) {
                set.presentationProperty().set(data);
            }
            view.stateProperty().set(state);
            view.presentationProperty().set(look);
            view.modeProperty().set(mode);
            view.additions().fusedProperty().set(fused);
        }
    }

    public DeskArrangement {
        views = List.copyOf(views);
    }

    public static DeskArrangement of(ReadingDeskModel desk) {
        return new DeskArrangement(
                desk.layoutProperty().get(),
                desk.grid().inLayout().stream().map(Content::of).toList());
    }

    /// Whether the desk still shows what it did; views that were empty may have been filled.
    public boolean stillHolds(ReadingDeskModel desk) {
        List<ViewportModel> now = desk.grid().inLayout();
        if (!layout.equals(desk.layoutProperty().get()) || desk.tiling().isOn()) {
            return false;
        }
        for (int i = 0; i < views.size(); i++) {
            Content was = views.get(i);
            if (was.set() != null && !Objects.equals(was, Content.of(now.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /// Whether each view still shows the set it did; how it shows it may be another.
    public boolean hasSameSets(ReadingDeskModel desk) {
        List<ViewportModel> now = desk.grid().inLayout();
        if (!layout.equals(desk.layoutProperty().get()) || desk.tiling().isOn()) {
            return false;
        }
        for (int i = 0; i < views.size(); i++) {
            OpenSet was = views.get(i).set();
            if (was != null && was != now.get(i).setProperty().get()) {
                return false;
            }
        }
        return true;
    }

    /// Shows it again; a set that has left the desk meanwhile leaves its view empty.
    public void restore(ReadingDeskModel desk) {
        desk.tiling().forget();
        desk.grid().arrange(layout);
        List<ViewportModel> now = desk.grid().inLayout();
        for (int i = 0; i < views.size(); i++) {
            Content was = views.get(i);
            if (was.set() == null || desk.sets().contains(was.set())) {
                was.show(now.get(i));
            } else {
                now.get(i).show(null);
            }
        }
    }

    /// Puts sets into the views of a layout, row by row; a view that shows its set already keeps
    /// its place in it.
    public static void hang(ReadingDeskModel desk, Layout layout, List<? extends @Nullable OpenSet> sets) {
        desk.tiling().forget();
        desk.grid().arrange(layout);
        List<ViewportModel> views = desk.grid().inLayout();
        for (int i = 0; i < views.size(); i++) {
            OpenSet wanted = i < sets.size() ? sets.get(i) : null;
            if (views.get(i).setProperty().get() != wanted) {
                views.get(i).show(wanted);
            }
        }
        if (desk.activeProperty().get().setProperty().get() == null) {
            views.stream()
                    .filter(view -> view.setProperty().get() != null)
                    .findFirst()
                    .ifPresent(desk::activate);
        }
    }
}
