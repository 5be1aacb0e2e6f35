package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;

/// Turns an annotation into numbers. The numbers depend on the annotation and the data alone, never on a view.
///
/// Lengths and areas are in true millimetres, or in pixels (of true shape) when no spacing is known; then a
/// caveat says so. Angles are those of the true shape either way.
///
/// **Thread:** any.
// [impl->req~annotation.measure~1]
public final class MeasurementCalculator {
    private MeasurementCalculator() {}

    /// Measures without pixel values. `frame` is the frame of an [Placement.OnFrame] annotation: its scale tells
    /// what a pixel is; without it the result is in pixels.
    public static Measured measure(Annotation annotation, @Nullable ImageFrame frame) {
        return measure(annotation, frame, null);
    }

    /// Measures, with statistics over `grid` for an area.
    public static Measured measure(Annotation annotation, @Nullable ImageFrame frame, @Nullable ValueGrid grid) {
        Optional<UltrasoundRegion> region = regionWithoutShape(annotation, frame);
        if (region.isPresent()) {
            Measuring there = new Measuring(new TrueShape(1, 1, false, List.of()), null);
            RegionMeasures.measure(annotation, region.get(), there);
            return there.result(annotation.id());
        }
        Measuring measuring = new Measuring(shape(annotation, frame), grid);
        TrueShape shape = measuring.shape();
        switch (annotation) {
            case Annotation.Length length ->
                measuring.length(Quantity.LENGTH, shape.length(length.start(), length.end()));
            case Annotation.Angle angle ->
                degrees(
                                shape.of(angle.first().minus(angle.vertex())),
                                shape.of(angle.second().minus(angle.vertex())))
                        .ifPresent(value -> measuring.add(Quantity.ANGLE, value, Measurement.DEGREE));
            case Annotation.Ellipse ellipse ->
                FigureMeasures.ellipse(ellipse.center(), ellipse.halfAxisA(), ellipse.halfAxisB(), measuring);
            case Annotation.Figure figure -> FigureMeasure.of(figure.kind()).measure(figure, measuring);
            // what it says is what somebody knew, not what was measured
            case Annotation.Calibration calibration -> {}
        }
        return measuring.result(annotation.id());
    }

    /// The angle between two arms; nothing when one has no length.
    private static Optional<Double> degrees(Vec3 first, Vec3 second) {
        if (first.length() == 0 || second.length() == 0) {
            return Optional.empty();
        }
        // atan2 keeps its digits near 0° and 180°, where acos loses half of them
        return Optional.of(Math.toDegrees(Math.atan2(first.cross(second).length(), first.dot(second))));
    }

    /// The ultrasound region that holds the mark and is no picture of tissue.
    private static Optional<UltrasoundRegion> regionWithoutShape(Annotation annotation, @Nullable ImageFrame frame) {
        return frame == null || annotation.placement() instanceof Placement.InPatient
                ? Optional.empty()
                : Regions.of(annotation, frame).filter(region -> !region.isTissue());
    }

    /// False in an ultrasound region over time, where nothing has a length.
    static boolean hasShape(Annotation annotation, @Nullable ImageFrame frame) {
        return regionWithoutShape(annotation, frame).isEmpty();
    }

    static TrueShape shape(Annotation annotation, @Nullable ImageFrame frame) {
        if (annotation.placement() instanceof Placement.InPatient) {
            return new TrueShape(1, 1, true, List.of());
        }
        if (frame == null) {
            return new TrueShape(1, 1, false, List.of("viewer.scale.none"));
        }
        return switch (scale(annotation, frame)) {
            case PixelScale.Millimetres mm ->
                millimetres(
                        mm.spacing(),
                        mm.source() == PixelScale.Source.PATIENT
                                        || mm.source() == PixelScale.Source.ULTRASOUND_REGION
                                                && !frame.regions().isEmpty()
                                ? List.of()
                                : List.of(mm.source().caveatKey()));
            case PixelScale.None none ->
                new TrueShape(
                        1,
                        none.verticalToHorizontal(),
                        false,
                        List.of(frame.regions().isEmpty() ? "viewer.scale.none" : "viewer.scale.outside-region"));
        };
    }

    /// What a pixel of `frame` means for `annotation`, and on whose word: of an ultrasound frame, the region of tissue
    /// that holds the whole mark; none when no one region does.
    public static PixelScale scale(Annotation annotation, ImageFrame frame) {
        if (frame.regions().isEmpty() || annotation.placement() instanceof Placement.InPatient) {
            return frame.scale();
        }
        Optional<UltrasoundRegion> region = Regions.of(annotation, frame);
        if (region.isPresent() && region.get().isTissue()) {
            return new PixelScale.Millimetres(region.get().spacing(), PixelScale.Source.ULTRASOUND_REGION);
        }
        // where no region is of tissue, the spacing of the frame is that of the rest of it
        boolean isRest = frame.regions().stream().noneMatch(UltrasoundRegion::isTissue)
                && Regions.isOutsideAll(annotation, frame);
        return isRest ? frame.scale() : new PixelScale.None(frame.scale().aspect());
    }

    private static TrueShape millimetres(PixelSpacing spacing, List<String> caveats) {
        return new TrueShape(spacing.columnMm(), spacing.rowMm(), true, caveats);
    }
}
