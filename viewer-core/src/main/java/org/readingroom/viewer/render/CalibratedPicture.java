package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.ResolvedView;

/// Turns the P-values of a finished grey picture into the driving levels of the monitor it is shown on.
///
/// Colours, and greys of a colour picture or palette, are left as they are: the function is one of greys.
///
/// **Source:** DICOM PS3.14 section 6, the last step before the screen.
// [impl->req~view.gsdf~1]
public final class CalibratedPicture {
    private CalibratedPicture() {}

    /// Changes the picture of `view` in `argb`, from index 0 on, in place.
    public static void apply(ResolvedView view, DisplayCalibration calibration, IntBuffer argb) {
        boolean isGrey = !view.volume().isColour()
                && (view.palette().equals(Palettes.GREY) || view.palette().equals(Palettes.GREY_INVERTED));
        if (!isGrey) {
            return;
        }
        for (int i = 0; i < view.width() * view.height(); i++) {
            int colour = argb.get(i);
            int level = colour & 0xFF;
            if ((colour >> 8 & 0xFF) == level && (colour >> 16 & 0xFF) == level) {
                argb.put(i, 0xFF000000 | calibration.drivingLevel(level) * 0x010101);
            }
        }
    }
}
