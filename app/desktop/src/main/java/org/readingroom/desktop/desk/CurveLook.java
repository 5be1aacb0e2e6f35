package org.readingroom.desktop.desk;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.CurvedRequest;

/// How the sheet along a path is laid out.
///
/// `normal` is the direction the sheet reaches in before it is turned by `turnDegrees` about the way from the first
/// to the last point.
///
/// **Space:** patient, mm.
public record CurveLook(List<Vec3> points, Vec3 normal, CurvedRequest.Kind kind, double turnDegrees) {
    /// chosen: how far one notch of the wheel turns the sheet.
    private static final double STEP_DEGREES = 5;

    public CurveLook {
        points = List.copyOf(points);
    }

    static CurveLook along(List<Vec3> points, Vec3 normal) {
        return new CurveLook(points, normal, CurvedRequest.Kind.STRAIGHTENED, 0);
    }

    /// The direction across the sheet.
    Vec3 across() {
        Vec3 chord = points.getLast().minus(points.getFirst());
        if (!(chord.length() > 0)) {
            return normal;
        }
        Vec3 axis = chord.unit();
        double angle = Math.toRadians(turnDegrees);
        double cos = Math.cos(angle);
        return normal.times(cos)
                .plus(axis.cross(normal).times(Math.sin(angle)))
                .plus(axis.times(axis.dot(normal) * (1 - cos)));
    }

    CurveLook stepped(int steps) {
        return new CurveLook(points, normal, kind, Math.IEEEremainder(turnDegrees + steps * STEP_DEGREES, 360));
    }

    CurveLook through(List<Vec3> newPoints) {
        return new CurveLook(newPoints, normal, kind, turnDegrees);
    }

    /// Straightened when stretched, and the other way.
    CurveLook otherKind() {
        CurvedRequest.Kind other = kind == CurvedRequest.Kind.STRAIGHTENED
                ? CurvedRequest.Kind.STRETCHED
                : CurvedRequest.Kind.STRAIGHTENED;
        return new CurveLook(points, normal, other, turnDegrees);
    }
}
