package org.readingroom.desktop.tools;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;

/// What marks measure, each taken once until something under it is another.
///
/// **Thread:** FX.
final class MarkNumbers {
    /// What was measured, of what: a frame or pixels that come later, or another unit of their values, may make it
    /// another number.
    private record Known(
            Annotation annotation,
            @Nullable ImageFrame frame,
            @Nullable ValueUnit unit,
            Measured measured) {
        @SuppressWarnings("ReferenceEquality") // the very frame: the desk makes each once
        boolean isOf(Annotation asked, @Nullable ImageFrame itsFrame, @Nullable ValueUnit gridUnit) {
            return annotation.equals(asked) && frame == itsFrame && Objects.equals(unit, gridUnit);
        }
    }

    private final ValueGrids grids;
    private final Map<AnnotationId, Known> known = new HashMap<>();

    private final MarkValues values;

    MarkNumbers(ValueGrids grids) {
        this.grids = grids;
        this.values = new MarkValues(grids);
    }

    /// The values under a mark, one by one.
    MarkValues.Shown values(Annotation annotation) {
        return values.of(annotation);
    }

    /// The numbers of a mark now; statistics are missing while the pixels are on their way.
    Measured of(Annotation annotation) {
        Optional<ValueGrid> grid = annotation.measuresValues() ? grids.grid(annotation) : Optional.empty();
        ImageFrame frame = grids.frame(annotation).orElse(null);
        Known before = known.get(annotation.id());
        ValueUnit unit = grid.map(ValueGrid::unit).orElse(null);
        if (before != null && before.isOf(annotation, frame, unit)) {
            return before.measured();
        }
        Measured measured = MeasurementCalculator.measure(annotation, frame, grid.orElse(null));
        known.put(annotation.id(), new Known(annotation, frame, unit, measured));
        return measured;
    }

    /// The same in every unit that the values under the mark can be read in.
    Measured inEveryUnit(Annotation annotation) {
        Measured measured = of(annotation);
        return annotation.measuresValues() ? EveryUnit.of(measured, grids.otherReadings(annotation)) : measured;
    }

    void forget() {
        known.clear();
    }
}
