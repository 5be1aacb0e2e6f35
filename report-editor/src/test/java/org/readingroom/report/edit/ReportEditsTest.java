package org.readingroom.report.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.edits.reversible~1]
class ReportEditsTest {
    private final Report report = SampleReports.chestCt();
    private final ReportSentence extra = ReportSentence.of("另见一结节", SentenceOrigin.HUMAN);

    @Test
    void everyEditRevertedGivesTheReportBack() {
        List<ReportEdit> edits = List.of(
                ReportEdits.setText(report, SectionKind.IMPRESSION, "未见异常。"),
                ReportEdits.insert(report, SectionKind.FINDINGS, 1, extra),
                ReportEdits.insert(report, SectionKind.FINDINGS, 3, extra),
                ReportEdits.replace(report, SectionKind.FINDINGS, SampleReports.sentence("f2", "右肺上叶未见结节。")),
                ReportEdits.delete(report, SectionKind.FINDINGS, new SentenceId("f2")),
                ReportEdits.applyTemplate(
                        report, "head-mr", List.of(SampleReports.section(SectionKind.FINDINGS, extra))));
        for (ReportEdit edit : edits) {
            assertEquals(report, edit.revert(edit.apply(report)), edit.labelKey());
        }
    }

    @Test
    void anInsertedSentenceIsParted() {
        assertEquals(
                "胸廓对称。另见一结节。右肺上叶见结节，长径约8.3 mm。纵隔未见肿大淋巴结。",
                ReportEdits.insert(report, SectionKind.FINDINGS, 1, extra)
                        .apply(report)
                        .text(SectionKind.FINDINGS));
        Report english = SampleReports.chestCtEnglish();
        Report longer = ReportEdits.insert(
                        english,
                        SectionKind.IMPRESSION,
                        2,
                        ReportSentence.of("No pleural effusion.", SentenceOrigin.HUMAN))
                .apply(english);
        assertEquals(
                "Nodule in the right upper lobe. Follow-up advised. No pleural effusion.",
                longer.text(SectionKind.IMPRESSION));
    }

    @Test
    void anEditMadeForAnotherReportIsRefused() {
        ReportEdit edit = ReportEdits.setText(report, SectionKind.IMPRESSION, "未见异常。");
        Report changed =
                ReportEdits.setText(report, SectionKind.IMPRESSION, "骨折。").apply(report);
        assertThrows(IllegalArgumentException.class, () -> edit.apply(changed));
    }
}
