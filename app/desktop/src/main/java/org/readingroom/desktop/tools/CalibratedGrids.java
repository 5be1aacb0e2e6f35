package org.readingroom.desktop.tools;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Calibrations;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// The pixels of the desk with the sizes that lines of known length gave them.
///
/// As long as a calibration is the same, the same frame is given out again: numbers are taken anew only when it
/// changes.
// [impl->req~annotation.calibration~1]
final class CalibratedGrids implements ValueGrids {
    private record Known(Annotation.Calibration by, ImageFrame frame) {}

    private final ValueGrids grids;
    private final Supplier<List<Annotation>> annotations;
    private final IdentityHashMap<ImageFrame, Known> known = new IdentityHashMap<>();
    private @Nullable List<Annotation> calibrations;

    CalibratedGrids(ValueGrids grids, Supplier<List<Annotation>> annotations) {
        this.grids = grids;
        this.annotations = annotations;
    }

    /// Marks have changed: calibrations may be others.
    void marksChanged() {
        calibrations = null;
    }

    private List<Annotation> calibrations() {
        List<Annotation> now = calibrations;
        if (now == null) {
            now = annotations.get().stream()
                    .filter(Annotation.Calibration.class::isInstance)
                    .toList();
            calibrations = now;
        }
        return now;
    }

    @Override
    public Optional<ImageFrame> frame(Annotation annotation) {
        Optional<ImageFrame> frame = grids.frame(annotation);
        return annotation.placement() instanceof Placement.OnFrame on
                ? frame.map(own -> calibrated(own, on.series()))
                : frame;
    }

    private ImageFrame calibrated(ImageFrame frame, SeriesUid series) {
        Annotation.Calibration by =
                Calibrations.of(frame, series, calibrations(), grids::frame).orElse(null);
        if (by == null) {
            known.remove(frame);
            return frame;
        }
        Known before = known.get(frame);
        if (before == null || !before.by().equals(by)) {
            before = new Known(by, Calibrations.apply(by, frame));
            known.put(frame, before);
        }
        return before.frame();
    }

    @Override
    public Optional<StudyUid> study(SeriesUid series) {
        return grids.study(series);
    }

    @Override
    public Optional<ValueGrid> grid(Annotation annotation) {
        return grids.grid(annotation);
    }

    @Override
    public List<OtherUnit.Known> otherReadings(Annotation annotation) {
        return grids.otherReadings(annotation);
    }
}
