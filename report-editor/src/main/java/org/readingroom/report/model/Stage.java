package org.readingroom.report.model;

import java.util.List;

/// The steps a report takes, each ending in a signature.
///
/// `ADDENDUM`, `CONSULTATION`, `CORRECTION` and `AMENDMENT` follow `REVIEW` any number of times. `REREAD` does too, and
/// holds only once `AMENDMENT`, its review, is signed.
public enum Stage {
    /// 临时报告: out of hours, until the formal report takes its place.
    TEMPORARY,
    /// 实习报告: by a trainee or by a machine.
    TRAINEE,
    /// 初诊报告: by a radiologist.
    PRIMARY,
    /// 会签: a further physician stands by the words of the primary report.
    COUNTERSIGNATURE,
    /// 会诊报告: the opinion of someone who was asked, in a section of its own.
    CONSULTATION,
    /// 审核报告: by a senior radiologist.
    REVIEW,
    /// 补充报告: added to a reviewed report, whose words stay as they are.
    ADDENDUM,
    /// 更正报告: identity, item or form put right after a granted request; findings and impression stay.
    CORRECTION,
    /// 重新诊断稿: read again by a physician after a granted request; waits for its review and holds until then no more
    /// than a draft.
    REREAD,
    /// 重新诊断报告: the new reading given out, by the senior who reviewed it; alone where one signature is enough.
    AMENDMENT;

    public String messageKey() {
        return "report.stage." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Whether the last of `versions`, oldest first, is given out as a report that holds: it, or one
    /// before it, was reviewed.
    public static boolean isIssued(List<SignedReport> versions) {
        return versions.stream().anyMatch(version -> version.act().stage() == REVIEW);
    }
}
