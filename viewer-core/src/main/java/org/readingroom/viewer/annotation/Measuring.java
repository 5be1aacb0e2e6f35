package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;

/// The measuring of one mark: what is known of its pixels, and the numbers found so far.
final class Measuring {
    private final TrueShape shape;
    private final @Nullable ValueGrid grid;
    private final List<Measurement> numbers = new ArrayList<>();
    private final List<String> caveats;

    Measuring(TrueShape shape, @Nullable ValueGrid grid) {
        this.shape = shape;
        this.grid = grid;
        this.caveats = new ArrayList<>(shape.caveatKeys());
    }

    TrueShape shape() {
        return shape;
    }

    /// The values under the mark; null while they are on their way, and for colour.
    @Nullable
    ValueGrid grid() {
        return grid;
    }

    void add(Quantity quantity, double value, String ucum) {
        numbers.add(new Measurement(quantity, value, ucum));
    }

    void addAll(List<Measurement> more) {
        numbers.addAll(more);
    }

    /// A distance along `quantity`, in millimetres or pixels.
    void length(Quantity quantity, double value) {
        add(quantity, value, shape.lengthUnit());
    }

    void area(double value) {
        add(Quantity.AREA, value, shape.areaUnit());
    }

    /// What a reader must know about these numbers.
    void caveat(String key) {
        caveats.add(key);
    }

    /// The way through `points`, back to the first when `isClosed`.
    double way(List<Vec3> points, boolean isClosed) {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += shape.length(points.get(i - 1), points.get(i));
        }
        return isClosed ? sum + shape.length(points.getLast(), points.getFirst()) : sum;
    }

    Measured result(AnnotationId id) {
        return new Measured(id, numbers, caveats);
    }
}
