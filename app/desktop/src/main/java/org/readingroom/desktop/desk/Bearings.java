package org.readingroom.desktop.desk;

import org.readingroom.viewer.geometry.Anatomical;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ViewTransform;

/// The letters at the edges of a picture and how many millimetres a pixel covers; letters are empty
/// where there are none, `perPixel` is 0 without a scale.
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

    /// Of a frame that is not placed in the patient but whose file says where its rows and columns
    /// run, such as `A\F`.
    static Bearings ofProjection(ViewTransform t, boolean hasScale, String patientOrientation) {
        String[] axes = patientOrientation.split("\\\\", -1);
        if (axes.length != 2) {
            return of(t, hasScale);
        }
        return new Bearings(
                letters(t.screenToWorld().y().times(-1), axes),
                letters(t.screenToWorld().y(), axes),
                letters(t.screenToWorld().x().times(-1), axes),
                letters(t.screenToWorld().x(), axes),
                hasScale ? t.worldUnitsPerPixel() : 0);
    }

    /// The world of such a frame is its own plane: x runs along its rows, y along its columns.
    private static String letters(Vec3 direction, String[] axes) {
        boolean alongRow = Math.abs(direction.x()) > Math.abs(direction.y());
        String ahead = alongRow ? axes[0] : axes[1];
        boolean isAhead = (alongRow ? direction.x() : direction.y()) > 0;
        return isAhead ? ahead.strip() : opposite(ahead.strip());
    }

    private static String opposite(String letters) {
        StringBuilder opposite = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            int at = "LRAPHF".indexOf(letters.charAt(i));
            if (at < 0) {
                return "";
            }
            opposite.append("RLPAFH".charAt(at));
        }
        return opposite.toString();
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
