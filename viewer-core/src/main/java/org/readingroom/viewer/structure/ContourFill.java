package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PlacedMask;

/// Fills the closed contours of one plane by parity.
///
/// A point is inside when a line from it crosses an odd number of edges. So a contour within another is a
/// hole, and a keyhole contour, whose channel runs there and back along one line, leaves its inside out.
///
/// **Source:** DICOM PS3.3 section C.8.8.6.3.
final class ContourFill {
    /// chosen: finer cells cost memory and add nothing to contours drawn on images.
    private static final double FINEST_MM = 0.1;

    private static final double COARSEST_MM = 2;
    private static final int CELLS_ACROSS = 512;
    /// chosen: a contour wider than this in cells is no part of a patient.
    private static final int MOST_CELLS = 4096;

    private final ContourPlane plane;
    private final double height;
    private final double cellMm;
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    private ContourFill(ContourPlane plane, double height, double cellMm) {
        this.plane = plane;
        this.height = height;
        this.cellMm = cellMm;
    }

    /// The cell that suits a region so wide.
    static double cellMm(double widthMm) {
        return Math.clamp(widthMm / CELLS_ACROSS, FINEST_MM, COARSEST_MM);
    }

    /// The filled plane at `height` along the normal. **Units:** millimetres.
    static PlacedMask fill(ContourPlane plane, double height, double cellMm, List<Contour> contours) {
        return new ContourFill(plane, height, cellMm).filled(contours);
    }

    private PlacedMask filled(List<Contour> contours) {
        for (Contour contour : contours) {
            for (Vec3 point : contour.points()) {
                left = Math.min(left, point.dot(plane.right()));
                right = Math.max(right, point.dot(plane.right()));
                top = Math.min(top, point.dot(plane.down()));
                bottom = Math.max(bottom, point.dot(plane.down()));
            }
        }
        int columns = (int) Math.min(MOST_CELLS, Math.ceil((right - left) / cellMm) + 1);
        int rows = (int) Math.min(MOST_CELLS, Math.ceil((bottom - top) / cellMm) + 1);
        List<List<Double>> crossings = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            crossings.add(new ArrayList<>());
        }
        for (Contour contour : contours) {
            for (int i = 0; i < contour.points().size(); i++) {
                edge(
                        contour.points().get(i),
                        contour.points().get((i + 1) % contour.points().size()),
                        crossings);
            }
        }
        BitSet bits = new BitSet(columns * rows);
        for (int row = 0; row < rows; row++) {
            double[] at =
                    crossings.get(row).stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(at);
            for (int i = 0; i + 1 < at.length; i += 2) {
                int from = (int) Math.max(0, Math.ceil((at[i] - left) / cellMm - 0.5));
                int to = (int) Math.min(columns, Math.ceil((at[i + 1] - left) / cellMm - 0.5));
                if (to > from) {
                    bits.set(row * columns + from, row * columns + to);
                }
            }
        }
        Vec3 first = plane.right()
                .times(left + cellMm / 2)
                .plus(plane.down().times(top + cellMm / 2))
                .plus(plane.normal().times(height));
        return new PlacedMask(
                new ImagePlane(first, plane.right(), plane.down(), new PixelSpacing(cellMm, cellMm)),
                new BitMask(columns, rows, bits));
    }

    /// Where an edge crosses the middle lines of rows; the lower end counts, the upper does not.
    ///
    /// Both ends are held against the same number for a row: two roundings of one line would count a corner
    /// on it twice or not at all, and turn the rest of the row inside out.
    private void edge(Vec3 from, Vec3 to, List<List<Double>> crossings) {
        double y0 = from.dot(plane.down());
        double y1 = to.dot(plane.down());
        if (y0 == y1) {
            return;
        }
        double x0 = from.dot(plane.right());
        double x1 = to.dot(plane.right());
        double low = Math.min(y0, y1);
        double high = Math.max(y0, y1);
        int first = (int) Math.max(0, Math.ceil((low - top) / cellMm - 0.5) - 1);
        for (int row = first; row < crossings.size(); row++) {
            double y = top + (row + 0.5) * cellMm;
            if (y >= high) {
                break;
            }
            if (y < low) {
                continue;
            }
            crossings.get(row).add(x0 + (y - y0) / (y1 - y0) * (x1 - x0));
        }
    }
}
