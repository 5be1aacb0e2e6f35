package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.PixelScale.Source;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.SeriesUid;

/// What lines of known length say about frames.
// [impl->req~annotation.calibration~1]
public final class Calibrations {
    private Calibrations() {}

    /// The calibration that holds for `frame` of `series`: one of the frame itself before one of its series, the
    /// newest first.
    ///
    /// One of a series holds in that series, for frames alike only: as many rows and columns, and the same
    /// spacing in the file. `frames` finds the frame that a calibration was drawn on; one whose frame is not known
    /// holds for no other.
    public static Optional<Annotation.Calibration> of(
            ImageFrame frame,
            SeriesUid series,
            List<Annotation> annotations,
            Function<Annotation, Optional<ImageFrame>> frames) {
        Annotation.Calibration ofSeries = null;
        for (Annotation annotation : annotations.reversed()) {
            if (!(annotation instanceof Annotation.Calibration calibration) || isPoint(calibration)) {
                continue;
            }
            if (calibration.placement().frame().equals(frame.ref())) {
                return Optional.of(calibration);
            }
            if (ofSeries == null
                    && calibration.scope() == Annotation.Calibration.Scope.SERIES
                    && calibration.placement().series().equals(series)
                    && frames.apply(calibration)
                            .filter(its -> isAlike(its, frame))
                            .isPresent()) {
                ofSeries = calibration;
            }
        }
        return Optional.ofNullable(ofSeries);
    }

    private static boolean isPoint(Annotation.Calibration calibration) {
        return calibration.start().equals(calibration.end());
    }

    private static boolean isAlike(ImageFrame a, ImageFrame b) {
        return a.format().rows() == b.format().rows()
                && a.format().columns() == b.format().columns()
                && a.scale().equals(b.scale())
                && a.regions().equals(b.regions())
                && !b.hasGeometry();
    }

    /// `frame` with the spacing that `calibration` gives it; its pixels keep their shape.
    public static ImageFrame apply(Annotation.Calibration calibration, ImageFrame frame) {
        double aspect = frame.scale().aspect();
        Vec3 d = calibration.end().minus(calibration.start());
        double columnMm = calibration.lengthMm() / Math.hypot(d.x(), d.y() * aspect);
        return frame.calibrated(new PixelScale.Millimetres(
                new PixelSpacing(columnMm * aspect, columnMm),
                hasTrueSpacing(frame) ? Source.CALIBRATED_AGAINST_FILE : Source.CALIBRATED_BY_HAND));
    }

    /// True when the file itself says how large its pixels are in the patient: such a frame is calibrated only when
    /// that is asked for in so many words.
    public static boolean hasTrueSpacing(ImageFrame frame) {
        return frame.scale() instanceof PixelScale.Millimetres mm && mm.source().isInPatient()
                || frame.regions().stream().anyMatch(region -> region.isTissue());
    }
}
