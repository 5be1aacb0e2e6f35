package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.testing.SampleReports;

/// Words that came too late and were kept in another place.
// [utest->req~report.draft.late-kept~1]
class LateKeepingTest {
    private final EditorBench bench = new EditorBench();

    @Test
    void theyAreHandedOverOnceAndOnlyWhatIsWrittenLaterFollows() {
        ReportEditorViewModel model = bench.model(SampleReports.chestCt(), SampleReports.radiologist());
        bench.saverKeepsLate = true;
        model.type(SectionKind.IMPRESSION, "右肺上叶结节，建议复查。");
        model.flush();
        assertInstanceOf(SaveState.Failed.class, model.saveStateProperty().get());
        bench.pass(Duration.ofMinutes(10));
        model.flush();
        assertEquals(1, bench.late.size(), "not again every few seconds");
        model.type(SectionKind.IMPRESSION, "右肺上叶结节，建议三个月后复查。");
        bench.pass(Duration.ofMinutes(10));
        assertEquals(
                List.of("右肺上叶结节，建议复查。", "右肺上叶结节，建议三个月后复查。"),
                bench.late.stream().map(LateKeepingTest::impression).toList());
        assertEquals(List.of(), bench.saves);
    }

    private static String impression(Report report) {
        return report.text(SectionKind.IMPRESSION);
    }
}
