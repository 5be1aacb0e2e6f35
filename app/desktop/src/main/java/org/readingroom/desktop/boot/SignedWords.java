package org.readingroom.desktop.boot;

import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// What is said in one line once a version was signed.
final class SignedWords {
    private SignedWords() {}

    /// A new reading waits for its review, and nothing of it in the outbox.
    static String key(SignedReport signed) {
        return signed.act().stage() == Stage.REREAD ? "desktop.report.signed-reread" : "desktop.report.signed";
    }
}
