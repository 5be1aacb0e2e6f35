package org.readingroom.viewer.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.readingroom.viewer.geometry.Vec3;

/// The area of a mark over a grid, and the values in it.
// [impl->req~annotation.statistics~1]
final class GridAreas {
    private GridAreas() {}

    /// Nothing for marks that are no areas.
    static Optional<GridArea> of(Annotation annotation, ValueGrid grid) {
        return switch (annotation) {
            case Annotation.Ellipse e -> Optional.of(GridEllipse.of(e.center(), e.halfAxisA(), e.halfAxisB(), grid));
            case Annotation.Figure f ->
                switch (f.kind()) {
                    case CIRCLE -> Optional.of(circle(f.points(), grid));
                    case RECTANGLE, POLYGON, FREEHAND -> Optional.of(GridPolygon.of(f.points(), grid));
                    default -> Optional.empty();
                };
            case Annotation.Length l -> Optional.empty();
            case Annotation.Angle a -> Optional.empty();
            case Annotation.Calibration c -> Optional.empty();
        };
    }

    private static GridArea circle(List<Vec3> points, ValueGrid grid) {
        Vec3 centre = points.get(0);
        return GridEllipse.of(centre, points.get(1).minus(centre), points.get(2).minus(centre), grid);
    }

    /// Tells `taker` every value whose grid point lies inside or on the outline; those without a value are passed over.
    static void values(GridArea area, ValueGrid grid, DoubleConsumer taker) {
        int firstColumn = (int) Math.max(0, Math.floor(area.minX()));
        int lastColumn = (int) Math.min(grid.columns() - 1.0, Math.ceil(area.maxX()));
        int firstRow = (int) Math.max(0, Math.floor(area.minY()));
        int lastRow = (int) Math.min(grid.rows() - 1.0, Math.ceil(area.maxY()));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double value = area.contains(column, row) ? grid.value(column, row) : Double.NaN;
                if (!Double.isNaN(value)) {
                    taker.accept(value);
                }
            }
        }
    }

    /// All of them, in ascending order.
    static double[] sorted(GridArea area, ValueGrid grid) {
        double[][] held = {new double[1024]};
        int[] count = {0};
        values(area, grid, value -> {
            if (count[0] == held[0].length) {
                held[0] = Arrays.copyOf(held[0], 2 * held[0].length);
            }
            held[0][count[0]++] = value;
        });
        double[] all = Arrays.copyOf(held[0], count[0]);
        Arrays.sort(all);
        return all;
    }
}
