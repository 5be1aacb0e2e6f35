package org.readingroom.report.model;

/// The steps a report takes, each ending in a signature.
///
/// `ADDENDUM` follows `REVIEW` any number of times.
public enum Stage {
    /// 实习报告: by a trainee or by a machine.
    TRAINEE,
    /// 初诊报告: by a radiologist.
    PRIMARY,
    /// 审核报告: by a senior radiologist.
    REVIEW,
    /// 补充报告: added to a reviewed report, whose words stay as they are.
    ADDENDUM;

    public String messageKey() {
        return "report.stage." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
