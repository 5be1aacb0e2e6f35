package org.readingroom.services.reading;

import java.util.List;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.viewer.model.Study;

/// Complete invented reports.
public final class Reports {
    private Reports() {}

    public static Report written(Report report, String impression) {
        return report.with(section(SectionKind.TECHNIQUE, "胸部 CT 平扫，层厚 1 mm。"))
                .with(section(SectionKind.FINDINGS, "右肺上叶见实性结节，大小约 6 mm。"))
                .with(section(SectionKind.IMPRESSION, impression));
    }

    public static Report chest(Study study) {
        return written(
                Report.blank(org.readingroom.report.model.StudyIdentity.of(study, "演示医院"), ReportLanguage.CHINESE),
                "右肺上叶实性结节，建议随访。");
    }

    static Section section(SectionKind kind, String text) {
        return new Section(kind, List.of(ReportSentence.of(text, SentenceOrigin.HUMAN)));
    }
}
