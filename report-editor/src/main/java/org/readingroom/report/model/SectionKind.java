package org.readingroom.report.model;

/// The parts of a report, in the order they are read.
///
/// `ADDENDUM` is empty until the report has been reviewed; afterwards it is the only part that
/// grows.
public enum SectionKind {
    /// 检查技术
    TECHNIQUE,
    /// 影像表现
    FINDINGS,
    /// 诊断意见
    IMPRESSION,
    /// 补充报告
    ADDENDUM;

    /// Key of the heading in the `report` message bundle.
    public String messageKey() {
        return "report.section." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
