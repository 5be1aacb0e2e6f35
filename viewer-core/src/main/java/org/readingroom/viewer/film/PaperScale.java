package org.readingroom.viewer.film;

import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.Volume;

/// How a view must look so that a millimetre of its world is a millimetre on the page.
// [impl->req~film.true-size~1]
public final class PaperScale {
    private static final double MM_PER_INCH = 25.4;

    private PaperScale() {}

    /// Millimetres from one picture element to the next.
    public static double mmPerElement(double dotsPerInch) {
        return MM_PER_INCH / dotsPerInch;
    }

    /// Elements along `mm`, at least one.
    public static int elements(double mm, double dotsPerInch) {
        return (int) Math.max(1, Math.round(mm / mmPerElement(dotsPerInch)));
    }

    /// `look`, turned and flipped as it is, at true size with `part` in the middle.
    ///
    /// `mmPerPixel` is how wide one logical pixel of `size` comes out on the page.
    public static ViewPresentation atTrueSize(
            Volume volume,
            ViewPlane plane,
            ViewPresentation look,
            ViewResolver.PictureSize size,
            double mmPerPixel,
            PicturePart part) {
        ViewPresentation fitted = new ViewPresentation(1, 0, 0, look.turnDegrees(), look.flippedHorizontally());
        double fittedUnits = ViewResolver.transform(volume, plane, fitted, size).worldUnitsPerPixel();
        return new ViewPresentation(
                fittedUnits / mmPerPixel, -part.right(), -part.down(), look.turnDegrees(), look.flippedHorizontally());
    }

    /// How far the picture reaches across and down the screen, turned as `look` has it.
    ///
    /// **Units:** world units: millimetres where there is a scale.
    public static double[] extent(Volume volume, ViewPlane plane, ViewPresentation look) {
        ViewTransform transform = ViewResolver.transform(volume, plane, look, ViewResolver.PictureSize.pixels(64, 64));
        double units = transform.worldUnitsPerPixel();
        return new double[] {
            ViewResolver.extent(volume, transform.screenToWorld().x().times(1 / units)),
            ViewResolver.extent(volume, transform.screenToWorld().y().times(1 / units))
        };
    }
}
