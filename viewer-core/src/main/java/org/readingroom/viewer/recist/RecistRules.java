package org.readingroom.viewer.recist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Measurement;

/// RECIST 1.1: sums of diameters and the response they propose.
///
/// Sizes are rounded to a tenth of a millimetre before they are added, so that the table adds up as it is
/// read.
///
/// **Source:** Eisenhauer EA, Therasse P, Bogaerts J, et al. New response evaluation criteria in solid
/// tumours: revised RECIST guideline (version 1.1). Eur J Cancer 2009;45:228-247,
/// doi:10.1016/j.ejca.2008.10.026, sections 3 and 4.
// [impl->req~recist.rules~1]
public final class RecistRules {
    /// "If the lesion is believed to be present and is faintly seen but too small to measure, a default value
    /// of 5 mm should be assigned" (section 4.2).
    static final double TOO_SMALL_MM = 5;

    /// "any pathological lymph nodes must have reduction in short axis to <10 mm" (section 4.3.1).
    static final double NORMAL_NODE_MM = 10;

    /// Takes care of decimal fractions that doubles cannot hold.
    private static final double EPSILON = 1e-9;

    private RecistRules() {}

    public static RecistTable table(FollowUp followUp) {
        List<RecistNote> notes = new ArrayList<>(TargetChoice.notes(followUp));
        notes.addAll(NonTargets.atBaseline(followUp));
        List<Lesion> targets = of(followUp, LesionRole.TARGET);
        List<RecistColumn> columns = new ArrayList<>();
        Double baseline = null;
        Double nadir = null;
        for (FollowUp.Timepoint timepoint : followUp.timepoints()) {
            List<RecistNote> here = new ArrayList<>();
            Double sum = sum(targets, timepoint, here);
            boolean isBaseline = columns.isEmpty();
            if (isBaseline || !notes.isEmpty()) {
                columns.add(new RecistColumn(timepoint, sum, baseline, nadir, null, null, null, here));
            } else {
                Response target = targets.isEmpty() ? null : target(targets, timepoint, sum, baseline, nadir);
                Response other = NonTargets.response(of(followUp, LesionRole.NON_TARGET), timepoint, here);
                boolean isNew = NonTargets.isNew(followUp, timepoint, here);
                columns.add(new RecistColumn(
                        timepoint,
                        sum,
                        baseline,
                        nadir,
                        target,
                        other,
                        OverallResponse.of(target, other, isNew),
                        here));
            }
            baseline = isBaseline ? sum : baseline;
            nadir = sum != null && (nadir == null || sum < nadir) ? sum : nadir;
        }
        return new RecistTable(followUp, columns, notes);
    }

    private static List<Lesion> of(FollowUp followUp, LesionRole role) {
        return followUp.lesions().stream()
                .filter(lesion -> lesion.role() == role)
                .toList();
    }

    /// What a lesion counts as; nothing when nobody knows, or in a unit that is no millimetre.
    public static Optional<Double> countedMm(Lesion lesion, FollowUp.Timepoint timepoint) {
        return lesion.in(timepoint.study()).flatMap(reading -> switch (reading.state()) {
            case MEASURED ->
                Optional.ofNullable(reading.size())
                        .filter(size -> size.ucum().equals(Measurement.MILLIMETRE))
                        .map(size -> Math.round(size.value() * 10) / 10.0);
            case TOO_SMALL -> Optional.of(TOO_SMALL_MM);
            case ABSENT -> Optional.of(0.0);
            case PRESENT, PROGRESSION, NOT_EVALUATED -> Optional.<Double>empty();
        });
    }

    private static @Nullable Double sum(List<Lesion> targets, FollowUp.Timepoint timepoint, List<RecistNote> notes) {
        long tenths = 0;
        boolean isWhole = !targets.isEmpty();
        for (Lesion lesion : targets) {
            Optional<Double> counted = countedMm(lesion, timepoint);
            tenths += Math.round(counted.orElse(0.0) * 10);
            if (counted.isEmpty()) {
                isWhole = false;
                notes.add(RecistNote.of(isInPixels(lesion, timepoint) ? "no-millimetres" : "missing", lesion.name()));
            }
        }
        return isWhole ? Double.valueOf(tenths / 10.0) : null;
    }

    private static boolean isInPixels(Lesion lesion, FollowUp.Timepoint timepoint) {
        return lesion.in(timepoint.study())
                .map(reading -> reading.state() == LesionState.MEASURED)
                .orElse(false);
    }

    private static @Nullable Response target(
            List<Lesion> targets,
            FollowUp.Timepoint timepoint,
            @Nullable Double sum,
            @Nullable Double baseline,
            @Nullable Double nadir) {
        double known = targets.stream()
                .mapToDouble(lesion -> countedMm(lesion, timepoint).orElse(0.0))
                .sum();
        // what is missing can only add to it: progress of the others is progress
        if (nadir != null && isProgress(known, nadir)) {
            return Response.PD;
        }
        if (sum == null || baseline == null || nadir == null) {
            return Response.NE;
        }
        if (targets.stream().allMatch(lesion -> isGone(lesion, timepoint))) {
            return Response.CR;
        }
        // at least a 30 % decrease, taking as reference the baseline sum
        return 10 * (baseline - sum) >= 3 * baseline - EPSILON ? Response.PR : Response.SD;
    }

    /// "At least a 20% increase in the sum of diameters of target lesions, taking as reference the smallest
    /// sum on study ... the sum must also demonstrate an absolute increase of at least 5 mm" (section 4.3.1).
    private static boolean isProgress(double sum, double nadir) {
        return 5 * (sum - nadir) >= nadir - EPSILON && sum - nadir >= 5 - EPSILON;
    }

    private static boolean isGone(Lesion lesion, FollowUp.Timepoint timepoint) {
        return countedMm(lesion, timepoint)
                .filter(mm -> lesion.isNode() ? mm < NORMAL_NODE_MM : mm == 0)
                .isPresent();
    }
}
