package org.readingroom.viewer.annotation;

import org.readingroom.viewer.geometry.Vec3;

/// New annotations from old ones: a handle elsewhere, the whole elsewhere, another label.
///
/// Points are put back into the annotation's plane, so that a drag in a slightly oblique view cannot tilt it.
///
/// **Space:** that of the annotation's placement. `aspect` is vertical over horizontal size of a pixel for
/// annotations on a frame; it is not used in patient space.
// [impl->req~annotation.edit~1]
public final class AnnotationMoves {
    private AnnotationMoves() {}

    /// With handle `index` of [Annotation#handles] at `to`. An ellipse keeps its centre and its other half axis
    /// its length; the axes turn together and stay perpendicular in true shape.
    ///
    /// **Errors:** [IndexOutOfBoundsException] when there is no such handle.
    public static Annotation handle(Annotation annotation, int index, Vec3 to, double aspect) {
        if (index < 0 || index >= annotation.handles().size()) {
            throw new IndexOutOfBoundsException(index);
        }
        Vec3 p = inPlane(annotation.placement(), to);
        return switch (annotation) {
            case Annotation.Length l ->
                new Annotation.Length(
                        l.id(), l.placement(), index == 0 ? p : l.start(), index == 1 ? p : l.end(), l.label());
            case Annotation.Angle a ->
                new Annotation.Angle(
                        a.id(),
                        a.placement(),
                        index == 0 ? p : a.first(),
                        index == 1 ? p : a.vertex(),
                        index == 2 ? p : a.second(),
                        a.label());
            case Annotation.Ellipse e -> ellipse(e, index, p, aspect);
            case Annotation.Figure f -> FigureHandles.moved(f, index, p, aspect);
            case Annotation.Calibration c ->
                calibration(c, index == 0 ? p : c.start(), index == 1 ? p : c.end(), c.label());
        };
    }

    private static Annotation calibration(Annotation.Calibration c, Vec3 start, Vec3 end, String label) {
        return new Annotation.Calibration(c.id(), c.placement(), start, end, c.lengthMm(), c.scope(), label);
    }

    private static Annotation ellipse(Annotation.Ellipse e, int index, Vec3 to, double aspect) {
        double stretch = e.placement() instanceof Placement.OnFrame ? aspect : 1;
        boolean movesA = index % 2 == 0;
        Vec3 moved = stretched(index < 2 ? to.minus(e.center()) : e.center().minus(to), stretch);
        Vec3 other = stretched(movesA ? e.halfAxisB() : e.halfAxisA(), stretch);
        Vec3 before = stretched(movesA ? e.halfAxisA() : e.halfAxisB(), stretch);
        if (moved.length() == 0 || before.length() == 0 || other.length() == 0) {
            return e;
        }
        Vec3 normal = before.cross(other).unit();
        Vec3 turned = stretched(normal.cross(moved).unit().times(other.length()), 1 / stretch);
        Vec3 axis = stretched(moved, 1 / stretch);
        return new Annotation.Ellipse(
                e.id(), e.placement(), e.center(), movesA ? axis : turned, movesA ? turned : axis, e.label());
    }

    static Vec3 stretched(Vec3 v, double vertically) {
        return new Vec3(v.x(), v.y() * vertically, v.z());
    }

    /// Moved by `by`, within its plane.
    public static Annotation whole(Annotation annotation, Vec3 by) {
        Vec3 d = annotation.placement() instanceof Placement.InPatient in
                ? by.minus(in.normal().times(by.dot(in.normal())))
                : by;
        return switch (annotation) {
            case Annotation.Length l ->
                new Annotation.Length(
                        l.id(), l.placement(), l.start().plus(d), l.end().plus(d), l.label());
            case Annotation.Angle a ->
                new Annotation.Angle(
                        a.id(),
                        a.placement(),
                        a.first().plus(d),
                        a.vertex().plus(d),
                        a.second().plus(d),
                        a.label());
            case Annotation.Ellipse e ->
                new Annotation.Ellipse(
                        e.id(), e.placement(), e.center().plus(d), e.halfAxisA(), e.halfAxisB(), e.label());
            case Annotation.Figure f ->
                f.withPoints(f.points().stream().map(p -> p.plus(d)).toList());
            case Annotation.Calibration c ->
                calibration(c, c.start().plus(d), c.end().plus(d), c.label());
        };
    }

    public static Annotation labelled(Annotation annotation, String label) {
        return switch (annotation) {
            case Annotation.Length l -> new Annotation.Length(l.id(), l.placement(), l.start(), l.end(), label);
            case Annotation.Angle a ->
                new Annotation.Angle(a.id(), a.placement(), a.first(), a.vertex(), a.second(), label);
            case Annotation.Ellipse e ->
                new Annotation.Ellipse(e.id(), e.placement(), e.center(), e.halfAxisA(), e.halfAxisB(), label);
            case Annotation.Figure f -> new Annotation.Figure(f.id(), f.placement(), f.kind(), f.points(), label);
            case Annotation.Calibration c -> calibration(c, c.start(), c.end(), label);
        };
    }

    /// `p` moved along the normal into the plane of `placement`.
    public static Vec3 inPlane(Placement placement, Vec3 p) {
        return switch (placement) {
            case Placement.InPatient in -> p.minus(in.normal().times(in.distance(p)));
            case Placement.OnFrame on -> new Vec3(p.x(), p.y(), 0);
        };
    }
}
