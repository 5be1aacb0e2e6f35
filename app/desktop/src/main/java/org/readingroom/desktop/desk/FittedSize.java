package org.readingroom.desktop.desk;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;

/// How many millimetres a logical pixel of a view has when its picture is fitted, as far as the last
/// picture tells.
///
/// **Thread:** FX.
final class FittedSize {
    private final ReadOnlyDoubleWrapper mmPerPixel = new ReadOnlyDoubleWrapper(Double.NaN);

    /// NaN while nobody knows, and for pictures without a scale.
    ReadOnlyDoubleProperty mmPerPixelProperty() {
        return mmPerPixel.getReadOnlyProperty();
    }

    /// Takes the size from `picture` and gives it back.
    Picture of(Picture picture) {
        if (picture instanceof Picture.Ready ready) {
            double fitted = ready.view().transform().worldUnitsPerPixel()
                    * ready.sight().zoom();
            double known = isInMillimetres(ready.frame()) ? fitted : Double.NaN;
            // the same size up to rounding is the same
            if (!(Math.abs(known - mmPerPixel.get()) < 1e-9 * known)) {
                mmPerPixel.set(known);
            }
        }
        return picture;
    }

    void forget() {
        mmPerPixel.set(Double.NaN);
    }

    private static boolean isInMillimetres(@org.jspecify.annotations.Nullable ImageFrame frame) {
        return frame == null || frame.plane() != null || frame.scale() instanceof PixelScale.Millimetres;
    }
}
