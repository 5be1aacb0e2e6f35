package org.readingroom.viewer.recist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lesions without a place in the sum, and new ones.
///
/// **Source:** RECIST 1.1 (Eisenhauer 2009), sections 4.3.3 and 4.3.5.
// [impl->req~recist.rules~1]
final class NonTargets {
    private NonTargets() {}

    /// What was there at baseline is not new, and what was not there is nothing else: it would be called a
    /// lesser response than the progress that it is.
    static List<RecistNote> atBaseline(FollowUp followUp) {
        List<RecistNote> notes = new ArrayList<>();
        followUp.timepoints().stream().findFirst().ifPresent(baseline -> {
            for (Lesion lesion : followUp.lesions()) {
                boolean wasSeen = lesion.in(baseline.study())
                        .filter(reading -> isSeen(reading.state()))
                        .isPresent();
                if (lesion.role() == LesionRole.NON_TARGET && !wasSeen) {
                    notes.add(RecistNote.of("not-seen-at-baseline", lesion.name()));
                } else if (lesion.role() == LesionRole.NEW && wasSeen) {
                    notes.add(RecistNote.of("seen-at-baseline", lesion.name()));
                }
            }
        });
        return notes;
    }

    /// Nothing when there are none.
    static @Nullable Response response(List<Lesion> lesions, FollowUp.Timepoint timepoint, List<RecistNote> notes) {
        if (lesions.isEmpty()) {
            return null;
        }
        boolean isProgress = false;
        boolean isMissing = false;
        boolean isGone = true;
        for (Lesion lesion : lesions) {
            LesionState state =
                    lesion.in(timepoint.study()).map(LesionReading::state).orElse(LesionState.NOT_EVALUATED);
            isProgress |= state == LesionState.PROGRESSION;
            if (state == LesionState.NOT_EVALUATED) {
                isMissing = true;
                notes.add(RecistNote.of("missing", lesion.name()));
            }
            isGone &= state == LesionState.ABSENT || isNormalNode(lesion, timepoint);
        }
        if (isProgress) {
            return Response.PD;
        }
        if (isMissing) {
            return Response.NE;
        }
        return isGone ? Response.CR : Response.NON_CR_NON_PD;
    }

    private static boolean isNormalNode(Lesion lesion, FollowUp.Timepoint timepoint) {
        return lesion.isNode()
                && RecistRules.countedMm(lesion, timepoint)
                        .filter(mm -> mm < RecistRules.NORMAL_NODE_MM)
                        .isPresent();
    }

    /// True when a lesion that was not there at baseline is seen in this study or was before.
    static boolean isNew(FollowUp followUp, FollowUp.Timepoint timepoint, List<RecistNote> notes) {
        boolean isNew = false;
        for (Lesion lesion : followUp.lesions()) {
            if (lesion.role() == LesionRole.NEW
                    && lesion.readings().stream()
                            .filter(reading -> !reading.date().isAfter(timepoint.date()))
                            .anyMatch(reading -> isSeen(reading.state()))) {
                notes.add(RecistNote.of("new", lesion.name()));
                isNew = true;
            }
        }
        return isNew;
    }

    private static boolean isSeen(LesionState state) {
        return switch (state) {
            case MEASURED, TOO_SMALL, PRESENT, PROGRESSION -> true;
            case ABSENT, NOT_EVALUATED -> false;
        };
    }
}
