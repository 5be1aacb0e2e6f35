package org.readingroom.desktop.tools;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.readingroom.viewer.annotation.EdgeFinder;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.geometry.Vec3;

/// Draws points to the steepest edge near them, while that is wanted.
///
/// Edges are looked for among the values of the pixels, so the same hand finds the same edge at every zoom that shows
/// it.
///
/// **Thread:** FX.
// [impl->req~tools.snap~1]
final class EdgeSnap {
    static final KeyCombination KEYS = KeyCombination.valueOf("Alt+W");

    /// chosen: a hand means what lies this close to the pointer.
    private static final double REACH_PX = 12;

    private final BooleanProperty on = new SimpleBooleanProperty(false);

    BooleanProperty onProperty() {
        return on;
    }

    /// The edge near a point of the placement; the point itself where there is none, or edges are not wanted.
    Vec3 near(Vec3 point, Placement placement, MarkSpace space) {
        if (!on.get()) {
            return point;
        }
        Optional<ValueGrid> grid = EdgeGrids.around(point, placement, space);
        return grid.flatMap(values -> EdgeFinder.near(values, point, reach(values, point, placement, space)))
                .orElse(point);
    }

    /// How many pixels of the grid the reach of a hand covers.
    private static double reach(ValueGrid grid, Vec3 point, Placement placement, MarkSpace space) {
        ScreenPoint at = space.toScreen(placement, point);
        ScreenPoint next =
                space.toScreen(placement, point.plus(grid.gridToSpace().x()));
        return REACH_PX / Math.max(1e-6, at.distanceTo(next));
    }
}
