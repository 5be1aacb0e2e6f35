package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// The volume within contours of one name, drawn on parallel slices of one series.
///
/// Each contour stands for the slices around it: half the way to the next contour on either side, and half a slice
/// beyond the first and the last. Contours on every slice thus give the sum of area times spacing, as for RT structure
/// sets; between contours further apart the area is taken to change evenly, and `skipped` says so.
///
/// **Units:** `ml`; `skipped` counts the slices between contours that have none.
public record ContourVolume(double ml, int contours, int skipped) {
    /// chosen: planes this much turned against each other were drawn in different reformats; about a degree.
    private static final double PARALLEL = 0.9998;

    /// chosen: planes nearer than this are one plane.
    private static final double SAME_PLANE_MM = 0.01;

    private record Cut(double at, double areaMm2) {}

    /// The volume that `contour` and those of its name among `all` bound.
    ///
    /// Nothing for a mark that is no named contour in the patient, for contours of fewer than two planes, where
    /// one crosses itself, and where two on one plane overlap: which of them holds is not ours to say.
    ///
    /// `spacingMm` is the distance of neighbouring slices. `all` are the marks over one display set.
    // [impl->req~annotation.contour-volume~1]
    public static Optional<ContourVolume> of(Annotation contour, List<Annotation> all, double spacingMm) {
        if (!isContour(contour)
                || contour.label().isBlank()
                || !(spacingMm > 0)
                || !(contour.placement() instanceof Placement.InPatient in)) {
            return Optional.empty();
        }
        List<Annotation> group =
                all.stream().filter(one -> belongs(one, contour.label(), in)).toList();
        boolean isWhole = group.stream().allMatch(one -> areaMm2(one) > 0);
        if (!isWhole || overlaps(group, in)) {
            return Optional.empty();
        }
        List<Cut> cuts = cuts(group, in);
        if (cuts.size() < 2) {
            return Optional.empty();
        }
        double mm3 = (cuts.getFirst().areaMm2 + cuts.getLast().areaMm2) / 2 * spacingMm;
        int skipped = 0;
        for (int i = 1; i < cuts.size(); i++) {
            double gap = cuts.get(i).at - cuts.get(i - 1).at;
            mm3 += gap * (cuts.get(i).areaMm2 + cuts.get(i - 1).areaMm2) / 2;
            skipped += (int) Math.max(0, Math.round(gap / spacingMm) - 1);
        }
        return Optional.of(new ContourVolume(mm3 / 1000, group.size(), skipped));
    }

    private static boolean isContour(Annotation mark) {
        return switch (mark) {
            case Annotation.Ellipse ellipse -> true;
            case Annotation.Figure figure ->
                figure.kind() == FigureKind.CIRCLE || figure.kind().outline() == FigureKind.Outline.CLOSED;
            case Annotation.Length length -> false;
            case Annotation.Angle angle -> false;
            case Annotation.Calibration calibration -> false;
        };
    }

    private static boolean belongs(Annotation mark, String label, Placement.InPatient in) {
        return isContour(mark)
                && mark.label().equals(label)
                && mark.placement() instanceof Placement.InPatient other
                && other.series().equals(in.series())
                && other.frameOfReference().equals(in.frameOfReference())
                && Math.abs(other.normal().dot(in.normal())) >= PARALLEL;
    }

    private static double at(Annotation mark, Placement.InPatient in) {
        return in.distance(((Placement.InPatient) mark.placement()).planePoint());
    }

    /// The planes in order, each with the area of all its contours.
    private static List<Cut> cuts(List<Annotation> group, Placement.InPatient in) {
        List<Cut> cuts = new ArrayList<>();
        group.stream().sorted(Comparator.comparingDouble(mark -> at(mark, in))).forEach(mark -> {
            Cut cut = new Cut(at(mark, in), areaMm2(mark));
            if (!cuts.isEmpty() && cut.at - cuts.getLast().at < SAME_PLANE_MM) {
                Cut before = cuts.removeLast();
                cuts.add(new Cut(before.at, before.areaMm2 + cut.areaMm2));
            } else {
                cuts.add(cut);
            }
        });
        return cuts;
    }

    private static double areaMm2(Annotation mark) {
        return MeasurementCalculator.measure(mark, null)
                .of(Quantity.AREA)
                .map(Measurement::value)
                .orElse(0.0);
    }

    private static boolean overlaps(List<Annotation> group, Placement.InPatient in) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(at(group.get(i), in) - at(group.get(j), in)) < SAME_PLANE_MM
                        && ContourOverlap.of(group.get(i), group.get(j), in)) {
                    return true;
                }
            }
        }
        return false;
    }
}
