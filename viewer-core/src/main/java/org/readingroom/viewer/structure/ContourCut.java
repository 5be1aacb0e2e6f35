package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// The parts of a contour that lie in a slab around a plane.
///
/// **Space:** patient, millimetres.
/// **Source:** DICOM PS3.3 section C.8.8.6.1 (POINT, OPEN_PLANAR, OPEN_NONPLANAR).
// [impl->req~structure.lines~1]
public final class ContourCut {
    private ContourCut() {}

    /// Lines of two points and more, in the order of the contour; a POINT is one point. `normal` has length one,
    /// `halfMm`
    /// is half the thickness of the slab. A closed contour goes back to its first point.
    public static List<List<Vec3>> within(Contour contour, Vec3 centre, Vec3 normal, double halfMm) {
        List<Vec3> points = new ArrayList<>(contour.points());
        if (points.size() == 1) {
            boolean isIn = Math.abs(points.getFirst().minus(centre).dot(normal)) <= halfMm;
            return isIn ? List.of(List.copyOf(points)) : List.of();
        }
        if (contour.kind().isClosed()) {
            points.add(points.getFirst());
        }
        List<List<Vec3>> lines = new ArrayList<>();
        List<Vec3> line = new ArrayList<>();
        for (int i = 0; i + 1 < points.size(); i++) {
            Vec3 from = points.get(i);
            Vec3 step = points.get(i + 1).minus(from);
            double[] part = part(from.minus(centre).dot(normal), step.dot(normal), halfMm);
            if (part.length == 0 || part[0] > 0) {
                end(line, lines);
                line = new ArrayList<>();
            }
            if (part.length > 0) {
                if (line.isEmpty()) {
                    line.add(from.plus(step.times(part[0])));
                }
                line.add(from.plus(step.times(part[1])));
            }
        }
        end(line, lines);
        return lines;
    }

    /// From where to where of a step the height is within the slab, as parts of it; nothing when it never is.
    private static double[] part(double height, double rise, double halfMm) {
        if (Math.abs(rise) < 1e-12) {
            return Math.abs(height) <= halfMm ? new double[] {0, 1} : new double[0];
        }
        double a = (-halfMm - height) / rise;
        double b = (halfMm - height) / rise;
        double first = Math.max(0, Math.min(a, b));
        double last = Math.min(1, Math.max(a, b));
        return first <= last ? new double[] {first, last} : new double[0];
    }

    private static void end(List<Vec3> line, List<List<Vec3>> lines) {
        if (line.size() > 1) {
            lines.add(List.copyOf(line));
        }
    }
}
