package org.readingroom.viewer.film;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;

/// Whether a picture has millimetres, and whose.
///
/// `caveatKey` is the message key of what must be said beside it, such as that they are those of the detector; empty
/// for millimetres in the patient.
// [impl->req~film.true-size~1]
public record TrueScale(String caveatKey) {
    public boolean isInPatient() {
        return caveatKey.isEmpty();
    }

    /// The scale of a frame; nothing when it has none: such a picture has no true size.
    public static Optional<TrueScale> of(ImageFrame frame) {
        return switch (frame.scale()) {
            case PixelScale.None none -> Optional.empty();
            case PixelScale.Millimetres mm -> Optional.of(of(mm.source()));
        };
    }

    private static TrueScale of(PixelScale.Source source) {
        boolean isSure = source == PixelScale.Source.PATIENT || source == PixelScale.Source.ULTRASOUND_REGION;
        return new TrueScale(isSure ? "" : source.caveatKey());
    }

    /// The scale of a flat picture: of its frame, or of a cut through a volume, null for `frame`.
    public static Optional<TrueScale> of(@Nullable ImageFrame frame, boolean isInPatient) {
        if (frame != null) {
            return of(frame);
        }
        return isInPatient ? Optional.of(new TrueScale("")) : Optional.empty();
    }
}
