package org.readingroom.report.redline;

import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;

/// A signed version, or the words that somebody is writing now.
public record RedlineVersion(Report report, RedlineAct act) {
    public static RedlineVersion of(SignedReport signed) {
        return new RedlineVersion(signed.report(), RedlineAct.of(signed.act()));
    }

    public static RedlineVersion draft(Report report, Author author) {
        return new RedlineVersion(report, new RedlineAct(0, null, author.userId(), author.displayName(), null, ""));
    }

    public boolean isDraft() {
        return act.version() == 0;
    }
}
