package org.readingroom.report.fhir;

import java.util.List;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// What each stage is called outside.
///
/// **Source:** FHIR R4 value sets diagnostic-report-status, observation-status, composition-status;
/// `requirements.md` section 2.1 maps the stages.
// [impl->req~report.workflow.states-outside~1]
final class FhirStates {
    private FhirStates() {}

    /// The state of the last of `versions`, oldest first.
    static String report(List<SignedReport> versions) {
        return switch (last(versions)) {
            // may be incomplete or unverified
            case TRAINEE -> "partial";
            // early results that were verified
            case TEMPORARY, PRIMARY, COUNTERSIGNATURE -> "preliminary";
            case REVIEW -> "final";
            // an opinion is added to what is there
            case CONSULTATION -> Stage.isIssued(versions) ? "appended" : "preliminary";
            // added to, its words left as they were
            case ADDENDUM -> "appended";
            // an error in it was put right, its diagnosis left as it was
            case CORRECTION -> "corrected";
            case REREAD -> throw new IllegalStateException("a new reading that nobody reviewed is told nowhere");
            // its content was changed
            case AMENDMENT -> "amended";
        };
    }

    /// Whether `status` is what a version of `stage` is called; an opinion has two names, before review
    /// and after.
    static boolean isOf(String status, Stage stage) {
        return switch (stage) {
            case TRAINEE -> status.equals("partial");
            case TEMPORARY, PRIMARY, COUNTERSIGNATURE -> status.equals("preliminary");
            case REVIEW -> status.equals("final");
            case CONSULTATION -> status.equals("appended") || status.equals("preliminary");
            case ADDENDUM -> status.equals("appended");
            case CORRECTION -> status.equals("corrected");
            case REREAD -> false;
            case AMENDMENT -> status.equals("amended");
        };
    }

    /// Whether a version of `stage` that the server calls `status` is read to its end.
    static boolean isIssued(String status, Stage stage) {
        return switch (stage) {
            case TRAINEE, TEMPORARY, PRIMARY, COUNTERSIGNATURE, REREAD -> false;
            case CONSULTATION -> !status.equals("preliminary");
            case REVIEW, ADDENDUM, CORRECTION, AMENDMENT -> true;
        };
    }

    static String observation(List<SignedReport> versions) {
        return switch (last(versions)) {
            case CORRECTION -> "corrected";
            case AMENDMENT -> "amended";
            default -> Stage.isIssued(versions) ? "final" : "preliminary";
        };
    }

    static String document(List<SignedReport> versions) {
        return switch (last(versions)) {
            case REVIEW -> "final";
            default -> Stage.isIssued(versions) ? "amended" : "preliminary";
        };
    }

    private static Stage last(List<SignedReport> versions) {
        return versions.getLast().act().stage();
    }
}
