package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;

/// The closed contours of a region of interest as a region of the patient.
///
/// `isThicknessKnown` is false when there is one plane and the file gives no thickness: then there is no volume, and
/// the region is drawn a millimetre thick. `leftOut` counts closed contours that are lines, or lie in another
/// direction than the rest.
///
/// **Source:** DICOM PS3.3 section C.8.8.6.
// [impl->req~structure.mask~1]
public record RoiMask(PatientMask mask, boolean isThicknessKnown, int leftOut) {
    /// chosen: contours closer than this lie in one plane; files round to a hundredth.
    private static final double SAME_PLANE_MM = 0.05;
    /// chosen: normals of parallel contours differ by less; coordinates rounded to 0.01 mm tilt small contours.
    private static final double SAME_DIRECTION = 0.01;

    /// The region; nothing without a closed contour. **Thread:** any but `fx`.
    public static Optional<RoiMask> of(Roi roi) {
        Optional<ContourPlane> found = plane(roi);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ContourPlane plane = found.get();
        TreeMap<Double, List<Contour>> planes = new TreeMap<>();
        int leftOut = 0;
        double slab = 0;
        for (Contour contour : roi.contours()) {
            if (!contour.kind().isClosed()) {
                continue;
            }
            Optional<ContourPlane> own = ContourPlane.of(contour.points());
            if (own.isEmpty() || own.get().normal().distanceTo(plane.normal()) > SAME_DIRECTION) {
                leftOut++;
                continue;
            }
            double height = height(contour, plane.normal());
            Map.Entry<Double, List<Contour>> near = planes.floorEntry(height + SAME_PLANE_MM);
            if (near != null && near.getKey() > height - SAME_PLANE_MM) {
                near.getValue().add(contour);
            } else {
                planes.put(height, new ArrayList<>(List.of(contour)));
            }
            slab = slab == 0 ? contour.slabMm() : slab;
        }
        if (planes.isEmpty()) {
            return Optional.empty();
        }
        double cell = ContourFill.cellMm(widest(planes, plane));
        List<PlacedMask> slices = new ArrayList<>();
        planes.forEach((height, contours) -> slices.add(ContourFill.fill(plane, height, cell, contours)));
        double gap = smallestGap(planes);
        double nominal = gap > 0 ? gap : slab > 0 ? slab : 1;
        return Optional.of(new RoiMask(PatientMask.of(slices, nominal), gap > 0 || slab > 0, leftOut));
    }

    /// The plane of the first contour that has one.
    private static Optional<ContourPlane> plane(Roi roi) {
        return roi.contours().stream()
                .filter(contour -> contour.kind().isClosed())
                .map(contour -> ContourPlane.of(contour.points()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static double height(Contour contour, Vec3 normal) {
        return contour.points().stream()
                .mapToDouble(point -> point.dot(normal))
                .average()
                .orElseThrow();
    }

    /// The wider side of the widest plane.
    private static double widest(Map<Double, List<Contour>> planes, ContourPlane plane) {
        double widest = 0;
        for (List<Contour> contours : planes.values()) {
            for (Vec3 direction : List.of(plane.right(), plane.down())) {
                double[] range = contours.stream()
                        .flatMap(contour -> contour.points().stream())
                        .mapToDouble(point -> point.dot(direction))
                        .sorted()
                        .toArray();
                widest = Math.max(widest, range[range.length - 1] - range[0]);
            }
        }
        return widest;
    }

    private static double smallestGap(TreeMap<Double, List<Contour>> planes) {
        double smallest = Double.POSITIVE_INFINITY;
        Double last = null;
        for (double height : planes.keySet()) {
            if (last != null) {
                smallest = Math.min(smallest, height - last);
            }
            last = height;
        }
        return Double.isFinite(smallest) ? smallest : 0;
    }

    /// **Units:** millilitres; nothing when no thickness is known.
    public Optional<Double> volumeMl() {
        return isThicknessKnown ? Optional.of(mask.volumeMl()) : Optional.empty();
    }
}
