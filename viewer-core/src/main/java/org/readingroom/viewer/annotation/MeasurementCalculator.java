package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
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

    /// Measures, with statistics over `grid` for an ellipse.
    public static Measured measure(Annotation annotation, @Nullable ImageFrame frame, @Nullable ValueGrid grid) {
        TrueShape shape = shape(annotation, frame);
        List<Measurement> out = new ArrayList<>();
        switch (annotation) {
            case Annotation.Length length ->
                out.add(new Measurement(
                        Quantity.LENGTH,
                        shape.of(length.end().minus(length.start())).length(),
                        shape.lengthUnit()));
            case Annotation.Angle angle ->
                degrees(
                                shape.of(angle.first().minus(angle.vertex())),
                                shape.of(angle.second().minus(angle.vertex())))
                        .ifPresent(value -> out.add(new Measurement(Quantity.ANGLE, value, Measurement.DEGREE)));
            case Annotation.Ellipse ellipse -> {
                // the cross product gives π·a·b for perpendicular half axes, and stays exact for others
                double area = Math.PI
                        * shape.of(ellipse.halfAxisA())
                                .cross(shape.of(ellipse.halfAxisB()))
                                .length();
                out.add(new Measurement(Quantity.AREA, area, shape.areaUnit()));
                if (grid != null) {
                    out.addAll(EllipseStatistics.of(ellipse, grid));
                }
            }
        }
        return new Measured(annotation.id(), out, shape.caveatKeys());
    }

    /// The angle between two arms; nothing when one has no length.
    private static Optional<Double> degrees(Vec3 first, Vec3 second) {
        if (first.length() == 0 || second.length() == 0) {
            return Optional.empty();
        }
        // atan2 keeps its digits near 0° and 180°, where acos loses half of them
        return Optional.of(Math.toDegrees(Math.atan2(first.cross(second).length(), first.dot(second))));
    }

    /// From differences of points to differences in true shape.
    private record TrueShape(double perX, double perY, boolean isMillimetres, List<String> caveatKeys) {
        Vec3 of(Vec3 difference) {
            return new Vec3(difference.x() * perX, difference.y() * perY, difference.z());
        }

        String lengthUnit() {
            return isMillimetres ? Measurement.MILLIMETRE : Measurement.PIXELS;
        }

        String areaUnit() {
            return isMillimetres ? Measurement.SQUARE_MILLIMETRE : Measurement.SQUARE_PIXELS;
        }
    }

    private static TrueShape shape(Annotation annotation, @Nullable ImageFrame frame) {
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
                                        || !frame.regions().isEmpty()
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

    /// What a pixel of `frame` means for `annotation`, and on whose word: of an ultrasound frame, the calibrated
    /// region that holds every handle of the mark; none when no one region does.
    public static PixelScale scale(Annotation annotation, ImageFrame frame) {
        if (frame.regions().isEmpty() || annotation.placement() instanceof Placement.InPatient) {
            return frame.scale();
        }
        return frame.regions().stream()
                .filter(region -> annotation.handles().stream().allMatch(region::contains))
                .findFirst()
                .<PixelScale>map(
                        region -> new PixelScale.Millimetres(region.spacing(), PixelScale.Source.ULTRASOUND_REGION))
                .orElseGet(() -> new PixelScale.None(frame.scale().aspect()));
    }

    private static TrueShape millimetres(PixelSpacing spacing, List<String> caveats) {
        return new TrueShape(spacing.columnMm(), spacing.rowMm(), true, caveats);
    }
}
