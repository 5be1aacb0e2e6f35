package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// The values along a line: one sample for every pixel of the grid that it crosses, bilinear between pixel centres.
///
/// **Units:** `distances` from the start in `lengthUnit` (UCUM); `values` in `unit`, NaN where there is none.
public record LineProfile(List<Double> distances, List<Double> values, String lengthUnit, ValueUnit unit) {
    /// chosen: wider than any image is in pixels.
    private static final int MOST = 20_000;

    public LineProfile {
        distances = List.copyOf(distances);
        values = List.copyOf(values);
    }

    /// Of a length or a polyline; nothing for other marks, and in regions where a line is no distance.
    // [impl->req~annotation.profile~1]
    public static Optional<LineProfile> of(Annotation annotation, @Nullable ImageFrame frame, ValueGrid grid) {
        List<Vec3> points = points(annotation);
        if (points.size() < 2 || !MeasurementCalculator.hasShape(annotation, frame)) {
            return Optional.empty();
        }
        TrueShape shape = MeasurementCalculator.shape(annotation, frame);
        AffineMap spaceToGrid = grid.gridToSpace().inverse();
        List<Double> distances = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double passed = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            Vec3 from = spaceToGrid.apply(points.get(i));
            Vec3 to = spaceToGrid.apply(points.get(i + 1));
            int steps = (int) Math.clamp(Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y())), 1, MOST);
            double length = shape.length(points.get(i), points.get(i + 1));
            for (int step = i == 0 ? 0 : 1; step <= steps; step++) {
                double t = (double) step / steps;
                distances.add(passed + t * length);
                values.add(between(grid, from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y())));
            }
            passed += length;
        }
        return Optional.of(new LineProfile(distances, values, shape.lengthUnit(), grid.unit()));
    }

    private static List<Vec3> points(Annotation annotation) {
        return switch (annotation) {
            case Annotation.Length l -> l.handles();
            case Annotation.Figure f when f.kind() == FigureKind.POLYLINE -> f.points();
            default -> List.of();
        };
    }

    private static double between(ValueGrid grid, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = x - column;
        double fy = y - row;
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int dx = corner & 1;
            int dy = corner >> 1;
            double weight = (dx == 0 ? 1 - fx : fx) * (dy == 0 ? 1 - fy : fy);
            // a neighbour without weight may lie outside or be padding: it is not asked
            if (weight > 0) {
                sum += weight * value(grid, column + dx, row + dy);
            }
        }
        return sum;
    }

    private static double value(ValueGrid grid, int column, int row) {
        boolean isInside = column >= 0 && row >= 0 && column < grid.columns() && row < grid.rows();
        return isInside ? grid.value(column, row) : Double.NaN;
    }

    public double length() {
        return distances.getLast();
    }

    /// The least and the greatest value; nothing when there is none.
    public Optional<double[]> range() {
        double[] there = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return there.length == 0 ? Optional.empty() : Optional.of(new double[] {there[0], there[there.length - 1]});
    }
}
