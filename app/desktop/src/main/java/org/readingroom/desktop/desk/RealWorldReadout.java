package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.RealWorldValueMap;

/// The physical quantities that a file gives its stored values, beside the modality value.
///
/// **Source:** DICOM PS3.3 section C.7.6.16.2.11: maps take stored values, so that the way there goes back through the
/// modality LUT; a table has no way back.
// [impl->req~desk.real-world-value~1]
final class RealWorldReadout {
    private RealWorldReadout() {}

    static List<ViewportModel.OtherValue> of(ViewContext context, double modalityValue) {
        Optional<ImageFrame> mapped = context.frame().or(() -> shared(context.displaySet()));
        if (mapped.isEmpty() || !(mapped.get().modalityLut() instanceof ModalityLut.Linear scale)) {
            return List.of();
        }
        double stored = (modalityValue - scale.intercept()) / scale.slope();
        boolean isWhole = !mapped.get().format().isFloatingPoint();
        List<ViewportModel.OtherValue> values = new ArrayList<>();
        for (RealWorldValueMap map : mapped.get().extras().realWorldValues()) {
            double value = map.of(isWhole ? Math.rint(stored) : stored);
            if (!Double.isNaN(value)) {
                String label = map.label().isEmpty() ? map.explanation() : map.label();
                values.add(new ViewportModel.OtherValue(label, value, map.unit().symbol()));
            }
        }
        return values;
    }

    /// A frame that speaks for all of the set: in a cut a voxel may be of any of them.
    private static Optional<ImageFrame> shared(DisplaySet set) {
        ImageFrame first = set.frames().getFirst();
        boolean isShared = set.frames().stream()
                .allMatch(frame -> frame.modalityLut().equals(first.modalityLut())
                        && frame.extras()
                                .realWorldValues()
                                .equals(first.extras().realWorldValues()));
        return isShared ? Optional.of(first) : Optional.empty();
    }
}
