package org.readingroom.viewer.render;

import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ResolvedView;

/// The planes of voxel centres a slab crosses: those of the grid axis its normal runs along most.
///
/// An element's way through the slab begins at its near face, at some place `start` along that axis, and ends
/// `crossed` further; the axis always rises on the way.
///
/// **Space:** voxel coordinates.
public final class SlabPlanes {
    private final int axis;
    private final int size;
    private final Vec3 origin;
    private final Vec3 dv;
    private final Vec3 through;
    private final Vec3 alongPlane;
    private final double perElement;

    public SlabPlanes(ResolvedView view) {
        Vec3 n = view.dn();
        double x = Math.abs(n.x());
        double y = Math.abs(n.y());
        double z = Math.abs(n.z());
        // ties go to the slices' axis, whose planes cost least
        axis = z >= x * 0.999 && z >= y * 0.999 ? 2 : y >= x * 0.999 ? 1 : 0;
        size = switch (axis) {
            case 0 -> view.volume().columns();
            case 1 -> view.volume().rows();
            default -> view.volume().depth();
        };
        through = along(n) >= 0 ? n : n.times(-1);
        origin = view.origin().minus(through.times(0.5));
        dv = view.dv();
        perElement = along(view.du());
        alongPlane = onAxis(view.du().minus(through.times(perElement / along(through))), 0);
    }

    /// 0 for columns, 1 for rows, 2 for slices.
    public int axis() {
        return axis;
    }

    /// How many planes the grid has.
    public int size() {
        return size;
    }

    /// The near face of the slab under the first element of the picture.
    public Vec3 origin() {
        return origin;
    }

    /// From the near face to the far one.
    public Vec3 through() {
        return through;
    }

    /// How many planes apart the faces are.
    public float crossed() {
        return (float) along(through);
    }

    /// The step of one picture element within a plane.
    public Vec3 alongPlane() {
        return alongPlane;
    }

    /// How much further along the axis the next element of a row begins.
    float perElement() {
        return (float) perElement;
    }

    /// The near face under the first element of a row, in `float` as the shader computes it.
    float[] near(int row) {
        return new float[] {
            (float) origin.x() + row * (float) dv.x(),
            (float) origin.y() + row * (float) dv.y(),
            (float) origin.z() + row * (float) dv.z()
        };
    }

    float[] far(float[] near) {
        return new float[] {near[0] + (float) through.x(), near[1] + (float) through.y(), near[2] + (float) through.z()
        };
    }

    double along(Vec3 v) {
        return axis == 0 ? v.x() : axis == 1 ? v.y() : v.z();
    }

    /// Where the line through element 0 of a row meets plane `q`.
    float[] onPlane(float[] near, int q) {
        float part = (q - near[axis]) / crossed();
        float[] place = {
            near[0] + part * (float) through.x(),
            near[1] + part * (float) through.y(),
            near[2] + part * (float) through.z()
        };
        place[axis] = q;
        return place;
    }

    private Vec3 onAxis(Vec3 v, double value) {
        return switch (axis) {
            case 0 -> new Vec3(value, v.y(), v.z());
            case 1 -> new Vec3(v.x(), value, v.z());
            default -> new Vec3(v.x(), v.y(), value);
        };
    }

    /// The part of the trapezoid rule that falls to plane `q`, in planes: half the way to each neighbour,
    /// which is a plane or a face. Where a face lies outside the grid the outermost voxel reaches half a voxel
    /// beyond its centre.
    float planeWeight(float start, int q) {
        float low = start < -0.5f ? -1 : start;
        float end = start + crossed();
        float high = end > size - 0.5f ? size : end;
        return (Math.min(q + 1, high) - Math.max(q - 1, low)) * 0.5f;
    }

    /// The part that falls to a face inside the grid.
    float faceWeight(float start, boolean isNear) {
        float end = start + crossed();
        float other;
        if (isNear) {
            other = Math.min((float) Math.max(0, Math.ceil(start)), end);
            return Math.max(0, other - start) * 0.5f;
        }
        other = Math.max((float) Math.min(size - 1, Math.floor(end)), start);
        return Math.max(0, end - other) * 0.5f;
    }
}
