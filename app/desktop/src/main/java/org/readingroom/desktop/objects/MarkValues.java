package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.FrameGrid;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.returned.ReportedMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the values under marks from the files where the desk does not hold their pixels.
///
/// **Thread:** any but `fx`.
final class MarkValues {
    private static final Logger LOG = LoggerFactory.getLogger(MarkValues.class);

    private static final Set<Quantity> VALUES = EnumSet.of(
            Quantity.VALUE,
            Quantity.MEAN,
            Quantity.STANDARD_DEVIATION,
            Quantity.MINIMUM,
            Quantity.MAXIMUM,
            Quantity.COUNT);

    private MarkValues() {}

    static boolean areThere(Measured measured) {
        return measured.of(Quantity.COUNT).isPresent()
                || measured.of(Quantity.VALUE).isPresent();
    }

    /// The mark with its values, when it lies on a grey frame whose file can be read; else as it is.
    static ReportedMark with(ReportedMark mark, SourceImages images, StudyObjectsLoader.Opener opener) {
        Annotation annotation = mark.annotation();
        FrameRef ref = annotation.placement().referencedFrame().orElse(null);
        if (!annotation.measuresValues() || areThere(mark.measured()) || ref == null) {
            return mark;
        }
        ImageFrame frame = images.frame(ref).orElse(null);
        // where a mask is taken off, nobody saw the values of the file
        if (frame == null
                || frame.format().samplesPerPixel() != 1
                || frame.paletteColor() != null
                || frame.extras().mask() != null) {
            return mark;
        }
        try {
            FrameGrid grid = FrameGrid.of(
                    frame, FrameReader.of(opener.open(ref.instance())).frame(ref.frame()));
            List<Measurement> all = new ArrayList<>(mark.measured().measurements());
            // distances stay those of the desk, which knows of calibrations
            MeasurementCalculator.measure(annotation, frame, grid).measurements().stream()
                    .filter(one -> VALUES.contains(one.quantity()))
                    .forEach(all::add);
            Measured measured =
                    new Measured(annotation.id(), all, mark.measured().caveatKeys());
            return new ReportedMark(annotation, measured, mark.name(), mark.lines(), mark.caveats());
        } catch (WorkstationException e) {
            LOG.warn("the values under a mark are not written: {}", e.getMessage());
            return mark;
        }
    }
}
