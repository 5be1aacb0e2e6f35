package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.volume.Volume;

/// Turns the P-values of a finished grey picture into the driving levels of the monitor it is shown on.
///
/// Colours, and greys of a colour picture or palette, are left as they are: the function is one of greys.
///
/// **Source:** DICOM PS3.14 section 6, the last step before the screen.
// [impl->req~view.gsdf~1]
public final class CalibratedPicture {
    private CalibratedPicture() {}

    /// Changes `picture` as drawn in `argb`, from index 0 on, in place.
    public static void apply(ResolvedPicture picture, DisplayCalibration calibration, IntBuffer argb) {
        boolean isGrey = switch (picture) {
            case ResolvedView view -> isGrey(view.volume(), view.palette());
            case ResolvedCurve curve -> isGrey(curve.volume(), curve.palette());
            case ResolvedScene scene -> false;
        };
        if (!isGrey) {
            return;
        }
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            int colour = argb.get(i);
            int level = colour & 0xFF;
            if ((colour >> 8 & 0xFF) == level && (colour >> 16 & 0xFF) == level) {
                argb.put(i, 0xFF000000 | calibration.drivingLevel(level) * 0x010101);
            }
        }
    }

    private static boolean isGrey(Volume volume, Palette palette) {
        return !volume.isColour() && (palette.equals(Palettes.GREY) || palette.equals(Palettes.GREY_INVERTED));
    }
}
