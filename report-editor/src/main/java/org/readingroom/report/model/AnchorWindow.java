package org.readingroom.report.model;

/// The window an anchor was made under.
///
/// **Units:** those of the modality value, HU for CT.
public record AnchorWindow(double center, double width) {
    public AnchorWindow {
        if (!Double.isFinite(center) || !(width > 0) || !Double.isFinite(width)) {
            throw new IllegalArgumentException("window centre " + center + ", width " + width + " is none");
        }
    }
}
