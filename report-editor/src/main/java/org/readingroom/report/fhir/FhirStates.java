package org.readingroom.report.fhir;

import org.readingroom.report.model.Stage;

/// What each stage is called outside.
///
/// **Source:** FHIR R4 value sets diagnostic-report-status, observation-status, composition-status;
/// `requirements.md` section 2.1 maps the stages.
final class FhirStates {
    private FhirStates() {}

    static String report(Stage stage) {
        return switch (stage) {
            // may be incomplete or unverified
            case TRAINEE -> "partial";
            // early results that were verified
            case PRIMARY -> "preliminary";
            case REVIEW -> "final";
            // added to, its words left as they were
            case ADDENDUM -> "appended";
        };
    }

    static String observation(Stage stage) {
        return isFinal(stage) ? "final" : "preliminary";
    }

    static String document(Stage stage) {
        return switch (stage) {
            case TRAINEE, PRIMARY -> "preliminary";
            case REVIEW -> "final";
            case ADDENDUM -> "amended";
        };
    }

    static boolean isFinal(Stage stage) {
        return stage == Stage.REVIEW || stage == Stage.ADDENDUM;
    }
}
