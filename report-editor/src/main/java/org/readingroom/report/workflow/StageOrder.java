package org.readingroom.report.workflow;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Which stages may follow in the course of a report, the usual one first.
///
/// ```
/// nothing ─► TRAINEE, PRIMARY or TEMPORARY;  TEMPORARY ─► TRAINEE or PRIMARY
/// TRAINEE ─► PRIMARY ─► REVIEW ─► ADDENDUM, as often as there is a reason
/// PRIMARY ─► COUNTERSIGNATURE, as often as needed, and then as before
/// returned ─► the same stage once more; a trainee's may be taken over
/// asked ─► CONSULTATION, and then as before;  granted ─► CORRECTION, or REREAD ─► AMENDMENT
/// ```
///
/// `isRereadReviewed` is false where the rule file lets one signature give a new reading out: granted ─► AMENDMENT.
record StageOrder(boolean isTraineeRequired, boolean isRereadReviewed) {
    List<Stage> possible(ReportCourse course) {
        Optional<Stage> reached = course.reached();
        if (reached.isEmpty()) {
            return isTraineeRequired
                    ? List.of(Stage.TRAINEE, Stage.TEMPORARY)
                    : List.of(Stage.PRIMARY, Stage.TRAINEE, Stage.TEMPORARY);
        }
        if (course.asked().isPresent()) {
            return List.of(Stage.CONSULTATION);
        }
        if (course.requested().isPresent()) {
            return List.of();
        }
        if (course.granted().isPresent()) {
            Stage granted = Stage.valueOf(course.granted().get().code());
            return List.of(granted == Stage.AMENDMENT && isRereadReviewed ? Stage.REREAD : granted);
        }
        if (course.returned().isPresent()) {
            return reached.get() == Stage.TRAINEE ? List.of(Stage.TRAINEE, Stage.PRIMARY) : List.of(reached.get());
        }
        return switch (reached.get()) {
            case TEMPORARY -> isTraineeRequired ? List.of(Stage.TRAINEE) : List.of(Stage.PRIMARY, Stage.TRAINEE);
            case TRAINEE -> List.of(Stage.PRIMARY);
            case PRIMARY -> List.of(Stage.REVIEW, Stage.COUNTERSIGNATURE);
            case REREAD -> List.of(Stage.AMENDMENT);
            case REVIEW, ADDENDUM, CORRECTION, AMENDMENT -> List.of(Stage.ADDENDUM);
            case COUNTERSIGNATURE, CONSULTATION -> throw new IllegalStateException("left aside: " + reached.get());
        };
    }

    /// Whether the last version of `course` is one that may be looked at as valid.
    static boolean isIssued(ReportCourse course) {
        List<SignedReport> versions = course.versions();
        return Stage.isIssued(versions);
    }
}
