package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// A part of a picture drawn larger: the same volume, window, processing and layers, sampled anew on finer steps.
// [impl->req~desk.magnifier~1]
public final class Magnified {
    private Magnified() {}

    /// A square of `side` picture elements about the point (`column`, `row`) of `picture`, `power` times as large.
    ///
    /// **Space:** `column` and `row` in picture elements; integers are the centres of elements.
    public static ResolvedView of(ResolvedView picture, double column, double row, int side, double power) {
        if (!(power >= 1)) {
            throw new IllegalArgumentException("power " + power);
        }
        ResolvedView.Overlay over = picture.overlay();
        return part(
                picture,
                column,
                row,
                side,
                power,
                over == null
                        ? null
                        : new ResolvedView.Overlay(
                                part(over.view(), column, row, side, power, null), over.opacity(), over.blend()));
    }

    private static ResolvedView part(
            ResolvedView picture,
            double column,
            double row,
            int side,
            double power,
            ResolvedView.@Nullable Overlay overlay) {
        Vec3 du = picture.du().times(1 / power);
        Vec3 dv = picture.dv().times(1 / power);
        double half = (side - 1) / 2.0;
        Vec3 origin = picture.origin()
                .plus(picture.du().times(column))
                .plus(picture.dv().times(row))
                .minus(du.times(half))
                .minus(dv.times(half));
        return new ResolvedView(
                side,
                side,
                picture.volume(),
                origin,
                du,
                dv,
                picture.dn(),
                picture.slab(),
                picture.interpolation(),
                picture.voi(),
                picture.inverse(),
                picture.palette(),
                transform(picture, column, row, side, power),
                picture.quality(),
                picture.processing(),
                overlay,
                picture.layers());
    }

    /// Where the square lies, in logical pixels of its own.
    private static ViewTransform transform(ResolvedView picture, double column, double row, int side, double power) {
        ViewTransform before = picture.transform();
        double across = before.width() / picture.width();
        double down = before.height() / picture.height();
        double width = side * across;
        double height = side * down;
        AffineMap map = before.screenToWorld();
        Vec3 x = map.x().times(1 / power);
        Vec3 y = map.y().times(1 / power);
        Vec3 middle = map.apply(new Vec3((column + 0.5) * across, (row + 0.5) * down, 0));
        Vec3 origin = middle.minus(x.times(width / 2)).minus(y.times(height / 2));
        return new ViewTransform(
                width, height, new AffineMap(x, y, map.z(), origin), before.worldToVoxel(), before.isInPatient());
    }
}
