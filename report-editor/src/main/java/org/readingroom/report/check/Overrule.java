package org.readingroom.report.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SentenceId;

/// A person's word that what a check found may stand, and why.
///
/// `userId` and `name` are of who said so.
///
/// It holds for `words`, the result's arguments and its sentence's text, and lapses when they change. `sentence` is
/// null
/// where the result speaks of no sentence.
// [impl->req~report.check.overrule~1]
public record Overrule(
        String checkId,
        @Nullable SentenceId sentence,
        String words,
        String rulesVersion,
        String userId,
        String name,
        Instant at,
        String reason) {
    public Overrule {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("nobody overrules " + checkId + " without a reason");
        }
    }

    boolean covers(CheckResult result, String itsWords) {
        return checkId.equals(result.checkId())
                && words.equals(itsWords)
                && java.util.Objects.equals(sentence, result.sentence());
    }
}
