package org.readingroom.viewer.display;

import java.util.List;
import java.util.Optional;

/// The same frames in another unit: modality values and the windows over them times a factor, stored values as they
/// are.
final class ValueScaler {
    /// chosen: a LINEAR window of width 1 is a threshold; this is one to the eye.
    private static final double THRESHOLD = 1e-6;

    private ValueScaler() {}

    /// Tables of whole numbers cannot be multiplied.
    static boolean isPossible(ImageFrame frame) {
        return frame.modalityLut() instanceof ModalityLut.Linear
                && frame.format().samplesPerPixel() == 1;
    }

    /// **Errors:** [IllegalArgumentException] for a frame whose values come from a table.
    static ImageFrame scaled(ImageFrame frame, OtherUnit.Known to) {
        if (!(frame.modalityLut() instanceof ModalityLut.Linear linear)) {
            throw new IllegalArgumentException("values from a table have no other unit");
        }
        List<Voi> vois = frame.vois().stream()
                .flatMap(voi -> scaled(voi, to.factor()).stream())
                .toList();
        return frame.withValues(
                new ModalityLut.Linear(linear.slope() * to.factor(), linear.intercept() * to.factor(), to.unit()),
                vois);
    }

    /// A window that gives every multiplied value the grey it had; nothing for a table.
    static Optional<Voi> scaled(Voi voi, double factor) {
        if (!(voi instanceof Voi.Window window)) {
            return Optional.empty();
        }
        // LINEAR counts whole values: its half and its one are not multiplied, so it becomes exact
        boolean whole = window.function() == Voi.Function.LINEAR;
        double center = whole ? window.center() - 0.5 : window.center();
        double width = whole ? Math.max(window.width() - 1, THRESHOLD) : window.width();
        Voi.Function function = whole ? Voi.Function.LINEAR_EXACT : window.function();
        return Optional.of(new Voi.Window(center * factor, width * factor, function, window.label()));
    }
}
