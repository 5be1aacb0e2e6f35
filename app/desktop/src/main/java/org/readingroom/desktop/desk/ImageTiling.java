package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewState;

/// Consecutive images of one display set over all views of the layout, which go on together page by page.
///
/// A page begins at a multiple of its size, so that each image has one place whichever way it was
/// reached. Zoom, pan, plane and slab are those of all tiles. A view that stands alone goes image
/// by image.
///
/// **Thread:** FX.
// [impl->req~desk.image-tiling~1]
public final class ImageTiling {
    /// chosen: what a single view is divided into.
    private static final Layout FROM_ONE = Layout.FOUR;

    /// What a view showed before.
    private record Kept(@Nullable OpenSet set, ViewState state, ViewPresentation look, ViewMode mode) {
        static Kept of(ViewportModel view) {
            return new Kept(
                    view.setProperty().get(),
                    view.stateProperty().get(),
                    view.presentationProperty().get(),
                    view.modeProperty().get());
        }

        void restore(ViewportModel view) {
            if (view.setProperty().get() != set) {
                view.show(set);
            }
            view.stateProperty().set(state);
            view.presentationProperty().set(look);
            view.modeProperty().set(mode);
        }
    }

    private final ViewGrid grid;
    private final ReadOnlyObjectWrapper<@Nullable OpenSet> set = new ReadOnlyObjectWrapper<>();
    private final Map<ViewportModel, Kept> before = new LinkedHashMap<>();
    private final Map<ViewportModel, Subscription> tiles = new HashMap<>();
    private Layout layoutBefore = Layout.ONE;
    private boolean laying;
    private int first;

    ImageTiling(ViewGrid grid) {
        this.grid = grid;
        grid.layoutProperty().addListener(o -> follow(grid.activeProperty().get()));
        grid.maximisedProperty().addListener((o, was, alone) -> {
            if (was != null) {
                follow(was);
            }
        });
    }

    /// The display set that is tiled; null while each view shows its own.
    public ReadOnlyObjectProperty<@Nullable OpenSet> setProperty() {
        return set.getReadOnlyProperty();
    }

    public boolean isOn() {
        return set.get() != null;
    }

    /// Tiles what the active view shows, from the page that is on screen, or shows the views as
    /// they were before.
    public void toggle() {
        if (isOn()) {
            stop();
            return;
        }
        OpenSet wanted = grid.activeProperty().get().setProperty().get();
        if (wanted == null) {
            return;
        }
        before.clear();
        grid.all().forEach(view -> before.put(view, Kept.of(view)));
        layoutBefore = grid.layoutProperty().get();
        ViewportModel from = grid.activeProperty().get();
        from.modeProperty().set(ViewMode.FLAT);
        set.set(wanted);
        if (layoutBefore.equals(Layout.ONE)) {
            grid.arrange(FROM_ONE);
        }
        grid.maximisedProperty().set(null);
        follow(from);
    }

    /// Tiles another display set from its beginning.
    void show(OpenSet wanted) {
        set.set(wanted);
        lay(0, ViewState.START, ViewPresentation.FIT);
    }

    /// Ends the tiling; the views show again what they did.
    void stop() {
        if (!isOn()) {
            return;
        }
        forget();
        grid.arrange(layoutBefore);
        grid.all().forEach(view -> {
            Kept kept = before.get(view);
            if (kept == null) {
                view.show(null);
            } else {
                kept.restore(view);
            }
        });
        before.clear();
    }

    /// Ends the tiling; the views stay as they are.
    void forget() {
        set.set(null);
        tiles.forEach((view, told) -> {
            told.unsubscribe();
            view.pageBy(null);
        });
        tiles.clear();
        first = 0;
    }

    /// So many pages on.
    void page(int pages) {
        ViewportModel alone = grid.maximisedProperty().get();
        if (alone != null) {
            alone.goTo(alone.index() + pages);
        } else {
            ViewportModel lead = grid.inLayout().getFirst();
            int size = grid.layoutProperty().get().views();
            int last = Math.max(0, lead.count() - 1);
            lay(
                    Math.clamp((long) first + (long) pages * size, 0, last),
                    lead.stateProperty().get(),
                    lead.presentationProperty().get());
        }
    }

    /// A tile went somewhere, or changed how it looks: all go along.
    private void follow(ViewportModel tile) {
        if (!isOn() || laying || grid.maximisedProperty().get() != null) {
            return;
        }
        ViewportModel lead =
                tile.setProperty().get() == set.get() ? tile : grid.inLayout().getFirst();
        lay(
                lead.stateProperty().get().index(),
                lead.stateProperty().get(),
                lead.presentationProperty().get());
    }

    /// The page with image `index`. An index beyond the set stands for a place that is known once
    /// its volume is here.
    private void lay(int index, ViewState state, ViewPresentation look) {
        OpenSet shown = set.get();
        if (shown == null) {
            return;
        }
        laying = true;
        List<ViewportModel> page = grid.inLayout();
        attach(page);
        int count = count(shown, state);
        boolean isSought = index >= count;
        first = isSought ? 0 : index / page.size() * page.size();
        for (int i = 0; i < page.size(); i++) {
            ViewportModel tile = page.get(i);
            int at = isSought ? index : first + i;
            boolean isBeyond = !isSought && at >= count;
            if (isBeyond || tile.setProperty().get() != shown) {
                tile.show(isBeyond ? null : shown);
            }
            tile.stateProperty().set(state.at(at));
            tile.presentationProperty().set(look);
        }
        if (grid.activeProperty().get().setProperty().get() == null) {
            grid.activeProperty().set(page.getFirst());
        }
        laying = false;
    }

    private static int count(OpenSet shown, ViewState state) {
        return ViewPlace.planes(shown, state)
                .map(planes -> planes.count())
                .orElse(shown.displaySet().frames().size());
    }

    /// Listens to the tiles of the page and to no other view; those that leave it are emptied.
    private void attach(List<ViewportModel> page) {
        Set<ViewportModel> left = new HashSet<>(tiles.keySet());
        page.forEach(left::remove);
        for (ViewportModel view : new ArrayList<>(left)) {
            Subscription told = tiles.remove(view);
            if (told != null) {
                told.unsubscribe();
            }
            view.pageBy(null);
            view.show(null);
        }
        for (ViewportModel view : page) {
            if (!tiles.containsKey(view)) {
                view.pageBy(this::page);
                Subscription told = view.stateProperty()
                        .subscribe((was, now) -> follow(view))
                        .and(view.presentationProperty().subscribe((was, now) -> follow(view)));
                tiles.put(view, told);
            }
        }
    }
}
