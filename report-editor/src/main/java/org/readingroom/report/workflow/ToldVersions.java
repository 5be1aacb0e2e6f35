package org.readingroom.report.workflow;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Which versions of a report leave the house: what the ward reads never goes from more verified to less verified.
///
/// A version is held back while one that more stands behind was told before it; the first that at least as much
/// stands behind takes that one's place. So nothing that a trainee signs replaces a physician's temporary report.
///
/// **Source:** the rule file asks the same right and licence for a temporary and a primary report (B8, B9).
// [impl->req~report.dispatch.never-less~1]
public final class ToldVersions {
    /// What stands behind words, the least first.
    private enum Behind {
        NOBODY,
        PHYSICIAN,
        REVIEW
    }

    private ToldVersions() {}

    /// Those of `versions` that are told, in their order, oldest first.
    public static List<SignedReport> of(List<SignedReport> versions) {
        List<Boolean> told = told(stages(versions));
        List<SignedReport> those = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if (told.get(i)) {
                those.add(versions.get(i));
            }
        }
        return List.copyOf(those);
    }

    /// Whether the last of `versions` is told.
    public static boolean isLastTold(List<SignedReport> versions) {
        return !versions.isEmpty() && told(stages(versions)).getLast();
    }

    private static List<Stage> stages(List<SignedReport> versions) {
        return versions.stream().map(version -> version.act().stage()).toList();
    }

    /// For each of `stages`, signed one after the other, whether it is told.
    static List<Boolean> told(List<Stage> stages) {
        List<Boolean> told = new ArrayList<>();
        Behind shown = Behind.NOBODY;
        Behind words = Behind.PHYSICIAN; // an opinion on nothing has no words but its own
        for (Stage stage : stages) {
            words = behind(stage, words);
            boolean isTold = words.compareTo(shown) >= 0;
            shown = isTold ? words : shown;
            told.add(isTold);
        }
        return List.copyOf(told);
    }

    /// `before` is what stands behind the words it was signed on.
    private static Behind behind(Stage stage, Behind before) {
        return switch (stage) {
            case TRAINEE -> Behind.NOBODY;
            // after the review of a report, and so never told before its own
            case TEMPORARY, PRIMARY, REREAD -> Behind.PHYSICIAN;
            // a physician stands by words that may be reviewed already
            case COUNTERSIGNATURE -> before == Behind.REVIEW ? before : Behind.PHYSICIAN;
            // added to words that stay as they are
            case CONSULTATION, ADDENDUM, CORRECTION -> before;
            case REVIEW, AMENDMENT -> Behind.REVIEW;
        };
    }
}
