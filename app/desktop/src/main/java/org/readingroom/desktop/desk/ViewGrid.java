package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.Layout;

/// Which views stand where: the layout, the views in it, the active one, the one that stands alone.
///
/// Views are made when a layout first has room for them; what a larger layout showed stays in them.
///
/// **Thread:** FX.
// [impl->req~desk.layouts~1]
final class ViewGrid {
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ONE);
    private final ReadOnlyObjectWrapper<@Nullable ViewportModel> maximised = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewportModel> active;
    private final ReadOnlyIntegerWrapper exchanges = new ReadOnlyIntegerWrapper(0);
    private final BooleanProperty inStep = new SimpleBooleanProperty(false);
    private final List<ViewportModel> views = new ArrayList<>();
    private final List<Consumer<ViewportModel>> followers = new ArrayList<>();

    ViewGrid() {
        grow(Layout.FOUR.views());
        active = new ReadOnlyObjectWrapper<>(views.getFirst());
        // first of all listeners, so that whoever hears of a layout finds its views
        layout.addListener((o, before, after) -> grow(after.views()));
    }

    private void grow(int wanted) {
        while (views.size() < wanted) {
            ViewportModel made = new ViewportModel();
            views.add(made);
            List.copyOf(followers).forEach(follower -> follower.accept(made));
        }
    }

    /// Calls `follower` with every view there is, and with every one made later.
    void each(Consumer<ViewportModel> follower) {
        followers.add(follower);
        views.forEach(follower);
    }

    ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    ReadOnlyObjectWrapper<@Nullable ViewportModel> maximisedProperty() {
        return maximised;
    }

    ReadOnlyObjectWrapper<ViewportModel> activeProperty() {
        return active;
    }

    /// Whether all views go along while one is played.
    BooleanProperty inStepProperty() {
        return inStep;
    }

    /// Counts how often views changed places.
    ReadOnlyIntegerProperty exchangesProperty() {
        return exchanges.getReadOnlyProperty();
    }

    /// All that were made, in reading order; the layout shows the first of them.
    List<ViewportModel> all() {
        return List.copyOf(views);
    }

    /// Those of the layout, though one of them may stand alone.
    List<ViewportModel> inLayout() {
        return List.copyOf(views.subList(0, layout.get().views()));
    }

    /// Those on the screen.
    List<ViewportModel> visible() {
        ViewportModel alone = maximised.get();
        return alone == null ? inLayout() : List.of(alone);
    }

    /// Sets the layout; all its views are seen again.
    void arrange(Layout wanted) {
        maximised.set(null);
        grow(wanted.views());
        // before the layout, so that whoever hears of that finds an active view in it
        if (views.indexOf(active.get()) >= wanted.views()) {
            active.set(views.getFirst());
        }
        layout.set(wanted);
    }

    /// Shows one view alone, or all again.
    void maximise(ViewportModel view) {
        maximised.set(maximised.get() == null ? view : null);
        active.set(view);
    }

    /// Two views change places, each with all it shows.
    void exchange(ViewportModel one, ViewportModel other) {
        if (one != other && views.contains(one) && views.contains(other)) {
            Collections.swap(views, views.indexOf(one), views.indexOf(other));
            exchanges.set(exchanges.get() + 1);
        }
    }

    /// The view so many rows below and columns to the right of the active one.
    Optional<ViewportModel> neighbour(int rows, int columns) {
        Layout now = layout.get();
        int at = views.indexOf(active.get());
        int row = at / now.columns() + rows;
        int column = at % now.columns() + columns;
        boolean isInside = row >= 0 && row < now.rows() && column >= 0 && column < now.columns();
        return isInside && maximised.get() == null
                ? Optional.of(views.get(row * now.columns() + column))
                : Optional.empty();
    }
}
