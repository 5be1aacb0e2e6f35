package org.readingroom.viewer.viewport;

/// Which of the things that the file wants over or instead of its pixels are shown.
public record ShownLayers(boolean overlays, boolean shutter, Subtraction subtraction) {
    /// All the file asks for.
    public static final ShownLayers AS_FILE = new ShownLayers(true, true, Subtraction.AS_RECOMMENDED);

    /// Whether frames with a mask are shown as they were taken or with the mask taken off.
    public enum Subtraction {
        /// What Recommended Viewing Mode (0028,1090) says.
        AS_RECOMMENDED,
        NATIVE,
        SUBTRACTED
    }

    public ShownLayers withOverlays(boolean shown) {
        return new ShownLayers(shown, shutter, subtraction);
    }

    public ShownLayers withShutter(boolean shown) {
        return new ShownLayers(overlays, shown, subtraction);
    }

    public ShownLayers withSubtraction(Subtraction chosen) {
        return new ShownLayers(overlays, shutter, chosen);
    }
}
