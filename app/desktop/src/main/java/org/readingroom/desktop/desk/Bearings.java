package org.readingroom.desktop.desk;

import org.readingroom.viewer.geometry.Anatomical;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ViewTransform;

/// The letters at the edges of a picture and how many millimetres a pixel covers; letters are empty where there are
/// none, `perPixel` is 0 without a scale.
record Bearings(String top, String bottom, String left, String right, double perPixel) {
    static final Bearings NONE = new Bearings("", "", "", "", 0);

    // [impl->req~view.letters-follow~1]
    static Bearings of(ViewTransform t, boolean hasScale) {
        return new Bearings(
                t.lettersTop(),
                t.lettersBottom(),
                t.lettersLeft(),
                t.lettersRight(),
                hasScale ? t.worldUnitsPerPixel() : 0);
    }

    /// Of a volume seen from outside: parallel rays keep one scale at every depth.
    static Bearings of(Camera camera) {
        return new Bearings(
                Anatomical.letters(camera.down().times(-1)),
                Anatomical.letters(camera.down()),
                Anatomical.letters(camera.right().times(-1)),
                Anatomical.letters(camera.right()),
                camera.mmPerPixel());
    }

    /// Of a sheet along a path, which has no letters: its directions turn with the path.
    static Bearings ofSheet(double mmPerPixel) {
        return new Bearings("", "", "", "", mmPerPixel);
    }
}
