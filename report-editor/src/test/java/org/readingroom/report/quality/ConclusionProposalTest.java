package org.readingroom.report.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.quality.proposal~1]
class ConclusionProposalTest {
    @Test
    void plainDenialsAreProposedAsNegative() {
        for (String words : List.of(
                "胸部CT平扫未见明显异常。", "未见异常。", "1. 双肺未见明显异常。", "No significant abnormality.", "Normal examination.")) {
            assertEquals(Optional.of(Polarity.NEGATIVE), proposed(words), words);
        }
    }

    @Test
    void whatLeavesAnyDoubtIsNotProposed() {
        for (String words : List.of(
                "",
                "右肺上叶结节，建议随访。",
                "胸部未见明显异常，建议复查。",
                "除右肺结节外余未见异常。",
                "未见明显异常。右肺结节。",
                "不能说未见异常。",
                "未见异常？",
                "No abnormality of the left lung; nodule on the right.",
                "Abnormal study.")) {
            assertEquals(Optional.empty(), proposed(words), words);
        }
    }

    private static Optional<Polarity> proposed(String impression) {
        Report report = SampleReports.chestCt();
        return ConclusionProposal.of(
                ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report));
    }
}
