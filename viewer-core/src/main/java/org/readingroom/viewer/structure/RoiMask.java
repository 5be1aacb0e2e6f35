package org.readingroom.viewer.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.mask.SliceGaps;

/// The closed contours of a region of interest as a region of the patient.
///
/// `isThicknessKnown` is false when there is one plane and the file gives no thickness: then there is no
/// volume, and the region is drawn a millimetre thick. `leftOut` counts closed contours that are lines, or
/// lie in another direction than the rest.
///
/// **Source:** DICOM PS3.3 section C.8.8.6.
// [impl->req~structure.mask~1]
public record RoiMask(PatientMask mask, boolean isThicknessKnown, int leftOut) {
    /// chosen: contours closer than this part of the usual gap lie in one plane, whatever rounding parts
    /// them.
    private static final double SAME_PLANE = 0.25;

    /// chosen: normals of parallel contours differ by less; coordinates rounded to 0.01 mm tilt small
    /// contours.
    private static final double SAME_DIRECTION = 0.01;

    /// The region; nothing without a closed contour. **Thread:** any but `fx`.
    public static Optional<RoiMask> of(Roi roi) {
        Optional<ContourPlane> found = plane(roi);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ContourPlane plane = found.get();
        TreeMap<Double, List<Contour>> heights = new TreeMap<>();
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
            heights.computeIfAbsent(height(contour, plane.normal()), height -> new ArrayList<>())
                    .add(contour);
            slab = slab == 0 ? contour.slabMm() : slab;
        }
        TreeMap<Double, List<Contour>> planes = together(heights, gap(heights));
        if (planes.isEmpty()) {
            return Optional.empty();
        }
        double cell = ContourFill.cellMm(widest(planes, plane));
        List<PlacedMask> slices = new ArrayList<>();
        planes.forEach((height, contours) -> slices.add(ContourFill.fill(plane, height, cell, contours)));
        double gap = gap(planes);
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

    private static double gap(TreeMap<Double, List<Contour>> planes) {
        return SliceGaps.smallest(
                planes.keySet().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Contours of one plane under its lowest height.
    private static TreeMap<Double, List<Contour>> together(TreeMap<Double, List<Contour>> heights, double gap) {
        double reach = Math.min(SliceGaps.TREMOR_MM, gap > 0 ? SAME_PLANE * gap : SliceGaps.TREMOR_MM);
        TreeMap<Double, List<Contour>> planes = new TreeMap<>();
        heights.forEach((height, contours) -> {
            if (planes.isEmpty() || height - planes.lastKey() > reach) {
                planes.put(height, new ArrayList<>());
            }
            planes.lastEntry().getValue().addAll(contours);
        });
        return planes;
    }

    /// **Units:** millilitres; nothing when no thickness is known.
    public Optional<Double> volumeMl() {
        return isThicknessKnown && !mask.hasOddSlices() ? Optional.of(mask.volumeMl()) : Optional.empty();
    }
}
