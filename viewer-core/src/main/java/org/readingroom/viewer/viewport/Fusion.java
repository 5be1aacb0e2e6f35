package org.readingroom.viewer.viewport;

import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.volume.Volume;

/// A second volume drawn over the first in one view, with its own window and palette.
///
/// `baseToOverlay` leads from the patient space of the base to that of the overlay: the identity where both
/// have one frame of reference, else a registration. Where the overlay holds nothing the base shows alone.
///
/// **Range:** `opacity` 0 shows the base alone, 1 the overlay alone where it is.
public record Fusion(Volume volume, AffineMap baseToOverlay, ViewResolver.Look look, double opacity, Blend blend) {
    /// How the opacity is spread over the values of the overlay.
    public enum Blend {
        /// The same everywhere.
        EVEN,
        /// In proportion to the step of the palette, so that the lowest values let the base through.
        BY_VALUE
    }

    public Fusion {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity);
        }
        if (volume.isColour()) {
            throw new IllegalArgumentException("a colour volume has no window and no palette to be fused with");
        }
    }

    public Fusion withOpacity(double newOpacity) {
        return new Fusion(volume, baseToOverlay, look, newOpacity, blend);
    }

    public Fusion withLook(ViewResolver.Look newLook) {
        return new Fusion(volume, baseToOverlay, newLook, opacity, blend);
    }
}
