package org.readingroom.viewer.mask;

/// One region as it is drawn: its colour, how dense its fill is, whether its edge is drawn.
///
/// **Range:** `rgb` is 0xRRGGBB, `fillOpacity` 0 to 1.
public record MaskLayer(PatientMask mask, int rgb, double fillOpacity, boolean hasOutline) {
    public MaskLayer {
        if (!(fillOpacity >= 0 && fillOpacity <= 1)) {
            throw new IllegalArgumentException("opacity " + fillOpacity);
        }
    }
}
