package org.readingroom.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.testing.SampleReports;

// [utest->req~report.text.plain~1]
class PlainTextTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Report REPORT = SampleReports.chestCt();

    private static SignedReport signed() {
        return new SignedReport(REPORT, SampleReports.firstAct(), new byte[0], "00", new byte[0]);
    }

    @Test
    void aSignedReportSaysWhoseItIsWhatItSaysAndWhoSigned() {
        assertEquals("""
                医学影像诊断报告
                姓名: 测试壹
                患者编号: DEMO-0001
                检查号: A2026-1001
                检查时间: 2026-11-20 09:15
                检查项目: 胸部CT平扫

                检查技术
                胸部CT平扫，层厚1.25 mm。

                影像表现
                胸廓对称。右肺上叶见结节，长径约8.3 mm。纵隔未见肿大淋巴结。

                诊断意见
                右肺上叶结节，建议随访。

                初诊报告 演示医师 radiologist 2026-11-20 10:32
                """, PlainText.of(REPORT, List.of(signed()), ZONE));
    }

    @Test
    void wordsBehindTheLastSignatureAreADraft() {
        Report changed =
                ReportEdits.setText(REPORT, SectionKind.IMPRESSION, "改写。").apply(REPORT);
        String text = PlainText.of(changed, List.of(signed()), ZONE);
        assertTrue(text.startsWith("医学影像诊断报告 · 草稿，未签名\n"), text);
        assertTrue(!text.contains("初诊报告"), text);
    }
}
