package org.readingroom.report.model;

/// The parts of a report, in the order they are read.
///
/// `CONSULTATION` holds the opinions of those who were asked. `ADDENDUM` is empty until the report has
/// been reviewed; afterwards only these two grow.
public enum SectionKind {
    /// 检查技术
    TECHNIQUE,
    /// 影像表现
    FINDINGS,
    /// 诊断意见
    IMPRESSION,
    /// 会诊意见
    CONSULTATION,
    /// 补充报告
    ADDENDUM;

    /// Key of the heading in the `report` message bundle.
    public String messageKey() {
        return "report.section." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
