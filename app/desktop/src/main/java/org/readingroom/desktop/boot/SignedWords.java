package org.readingroom.desktop.boot;

import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// What is said in one line once a version was signed.
final class SignedWords {
    private SignedWords() {}

    /// A new reading waits for its review, and nothing of it in the outbox; what adds no physician's word to a
    /// temporary report is held back.
    static String key(SignedReport signed) {
        Stage stage = signed.act().stage();
        if (stage == Stage.REREAD) {
            return "desktop.report.signed-reread";
        }
        boolean mayBeHeld = signed.act().version() > 1 && (stage == Stage.TRAINEE || stage == Stage.CONSULTATION);
        return mayBeHeld ? "desktop.report.signed-kept" : "desktop.report.signed";
    }
}
