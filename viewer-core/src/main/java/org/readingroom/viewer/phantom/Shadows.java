package org.readingroom.viewer.phantom;

import java.util.function.DoubleUnaryOperator;
import org.readingroom.viewer.geometry.Vec3;

/// Path lengths of parallel rays from front to back, in millimetres times density.
///
/// Column goes to the patient's left, row towards the feet; depths of what is added do not matter.
///
/// **Units:** `spacing` in millimetres; `left` and `top` are x and z of the first pixel's centre.
record Shadows(int rows, int columns, double spacing, double left, double top) {

    /// Adds the shadow of a tube lying in the plane of the plate.
    void add(float[] lengths, Tube tube, double density) {
        visit(tube, (at, chord) -> lengths[at] += (float) (density * chord));
    }

    /// Like [#add], but where something longer is already, it stays: pieces of one vessel overlap at their ends.
    void raise(float[] lengths, Tube tube, double density) {
        visit(tube, (at, chord) -> lengths[at] = Math.max(lengths[at], (float) (density * chord)));
    }

    /// A bone: dense outside, spongy inside.
    void bone(float[] lengths, Tube tube, double cortexMm) {
        add(lengths, tube, 1);
        if (tube.radius() > cortexMm) {
            add(lengths, new Tube(tube.start(), tube.end(), tube.radius() - cortexMm), -0.62);
        }
    }

    /// A hollow shaft that changes its width, of discs a millimetre apart that share what they overlap.
    void shaft(float[] bone, Vec3 from, Vec3 to, double first, double last, double cortexMm) {
        shaft(bone, from, to, t -> Blend.mix(first, last, t * t * (3 - 2 * t)), cortexMm);
    }

    /// The same with its radius at every part of the way, from 0 to 1.
    void shaft(float[] bone, Vec3 from, Vec3 to, DoubleUnaryOperator radii, double cortexMm) {
        float[] outer = new float[bone.length];
        float[] inner = new float[bone.length];
        int steps = (int) Math.ceil(to.minus(from).length());
        for (int step = 0; step <= steps; step++) {
            double t = (double) step / steps;
            Vec3 at = from.plus(to.minus(from).times(t));
            Vec3 end = at.plus(new Vec3(0, 0, 0.01));
            double radius = radii.applyAsDouble(t);
            raise(outer, new Tube(at, end, radius), 1);
            raise(inner, new Tube(at, end, Math.max(0.5, radius - cortexMm)), 0.7);
        }
        for (int i = 0; i < bone.length; i++) {
            bone[i] = Math.max(bone[i], outer[i] - inner[i]);
        }
    }

    private interface Visitor {
        void at(int index, double chord);
    }

    private void visit(Tube tube, Visitor visitor) {
        Tube flat = new Tube(flat(tube.start()), flat(tube.end()).plus(new Vec3(1e-6, 0, 0)), tube.radius());
        double reach = tube.radius();
        int first = clamp((Math.min(tube.start().x(), tube.end().x()) - reach - left) / spacing, columns);
        int last = clamp((Math.max(tube.start().x(), tube.end().x()) + reach - left) / spacing, columns);
        int firstRow = clamp((top - tube.highestZ()) / spacing, rows);
        int lastRow = clamp((top - tube.lowestZ()) / spacing, rows);
        for (int row = firstRow; row <= lastRow; row++) {
            double z = top - row * spacing;
            for (int column = first; column <= last; column++) {
                double off = flat.distance(left + column * spacing, 0, z) + reach;
                double square = reach * reach - off * off;
                if (square > 0) {
                    visitor.at(row * columns + column, 2 * Math.sqrt(square));
                }
            }
        }
    }

    private static int clamp(double index, int count) {
        return Math.clamp(Math.round(index), 0, count - 1);
    }

    private static Vec3 flat(Vec3 point) {
        return new Vec3(point.x(), 0, point.z());
    }
}
