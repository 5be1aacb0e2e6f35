package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.Lesions;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.pdf.content~1]
class ReportPdfTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private final ReportPdf pdf = new ReportPdf(ReportFonts.ofSystem(), ZoneId.of("Asia/Shanghai"));

    private static List<SignedReport> versions(Report report) {
        SigningAct review = new SigningAct(
                Stage.REVIEW,
                SampleReports.author("senior", AuthorRole.SENIOR, SampleReports.TODAY),
                2,
                DIGEST,
                Instant.parse("2026-11-20T03:01:09Z"),
                "",
                "signing-2026.1");
        return List.of(
                new SignedReport(report, SampleReports.firstAct(), new byte[0], DIGEST, new byte[0]),
                new SignedReport(report, review, new byte[0], DIGEST, new byte[0]));
    }

    private String written(String name, List<SignedReport> versions) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(versions, out);
        return text(name, out.toByteArray());
    }

    private static String text(String name, byte[] bytes) throws IOException {
        Path folder = Path.of("target", "pdf");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), bytes);
        assertTrue(bytes.length < 200_000, "fonts were not cut down: " + bytes.length + " bytes");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replace("\r", "");
        }
    }

    @Test
    void aSignedChineseReportSaysAllThatAReaderNeeds() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        String text = written("signed-zh.pdf", versions(SampleReports.chestCt()));
        for (String expected : List.of(
                "演示医院",
                "测试壹",
                "女",
                "65 岁",
                "DEMO-0001",
                "A2026-1001",
                "2026-11-20 09:15",
                "检查技术",
                "影像表现",
                "右肺上叶见结节，长径约8.3 mm。",
                "右肺上叶结节，建议随访。",
                "初诊报告",
                "审核报告",
                "2026-11-20 10:32:05",
                "2026-11-20 11:01:09",
                "第 2 版，SHA-256 " + DIGEST,
                "第 1 页，共 1 页",
                "signing-2026.1")) {
            assertTrue(text.contains(expected), expected + " is not in\n" + text);
        }
        assertFalse(text.contains("[U+"), text);
    }

    // [utest->req~report.template.repeat-out~1]
    @Test
    void everyLesionIsInItWithItsNumber() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        String text = written("lesions-zh.pdf", versions(Lesions.three()));
        for (String expected : List.of(
                "结节1：位于右肺上叶，直径5 mm。",
                "结节2：位于左肺下叶，直径12.3 mm，偏大。",
                "结节3：位于右肺下叶，直径7 mm。",
                "结节1：右肺上叶结节，分级低。",
                "结节2：左肺下叶结节，分级高。",
                "结节3：右肺下叶结节，分级中。",
                "共3个，最大12.3 mm。")) {
            assertTrue(text.contains(expected), expected + " is not in\n" + text);
        }
    }

    @Test
    void anEnglishReportOfManyPagesRepeatsWhoseItIs() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        Report report = SampleReports.chestCtEnglish();
        Report longer = ReportEdits.setText(
                        report,
                        SectionKind.FINDINGS,
                        "A nodule of 8.3 mm² ≥ 5 × 3 mm in the right upper lobe, unchanged. ".repeat(120))
                .apply(report);
        String text = written("signed-en.pdf", versions(longer));
        int pages = text.split("Page ", -1).length - 1;
        assertTrue(pages >= 2, text);
        assertEquals(pages, text.split("DEMO-0001", -1).length - 2, "patient is not on every page");
        assertTrue(text.contains("8.3 mm² ≥ 5 × 3 mm") && text.contains("Follow-up advised."), text);
        assertFalse(text.contains("[U+"), text);
    }

    @Test
    void aDraftSaysThatItIsOneAndAStrangeLetterIsNotLost() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        Report report = SampleReports.chestCt();
        Report strange = ReportEdits.setText(report, SectionKind.IMPRESSION, "见 \uD83E\uDE7B 片。")
                .apply(report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.writeDraft(strange, out);
        String text = text("draft-zh.pdf", out.toByteArray());
        assertTrue(text.contains("草稿，未签名"), text);
        assertTrue(text.contains("[U+1FA7B]"), text);
    }

    /// The longest values DICOM allows (PS3.5 section 6.2), without a space to break at.
    @Test
    void nothingLeavesThePageOrLiesOverAnother() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        StudyIdentity study = SampleReports.study(Sex.FEMALE);
        Patient patient = new Patient(
                new PatientId("W".repeat(64), ""),
                new PersonName("M".repeat(64), "演".repeat(64), ""),
                study.patient().birthDate(),
                Sex.FEMALE);
        StudyIdentity longest = new StudyIdentity(
                study.study(),
                patient,
                "A".repeat(16),
                study.studyTime(),
                "CT",
                "CHEST",
                "W".repeat(64),
                "演示医院".repeat(16));
        Report chest = SampleReports.chestCt();
        Report report = new Report(chest.id(), longest, chest.language(), chest.templateId(), chest.sections());
        Report wide = ReportEdits.setText(report, SectionKind.FINDINGS, "W".repeat(300) + "纹理".repeat(900))
                .apply(report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(versions(wide), out);
        String text = text("longest.pdf", out.toByteArray());
        assertEquals(900, text.split("纹(?=\\s*理)", -1).length - 1, "text was lost");
        assertEquals(List.of(), Placed.troubles(out.toByteArray()));
    }

    @Test
    void spacesAndLineEndsOfOtherSystemsAreNoStrangeLetters() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        Report report = ReportEdits.setText(
                        SampleReports.chestCt(),
                        SectionKind.FINDINGS,
                        "\u3000\u3000右肺\u3000见结节。\r\n左肺\u00A0未见\t异常\u200B。")
                .apply(SampleReports.chestCt());
        String text = written("spaces.pdf", versions(report));
        assertFalse(text.contains("[U+"), text);
    }

    @Test
    void withoutAChineseFontAChineseReportIsRefusedInWords() {
        ReportPdf latin = new ReportPdf(ReportFonts.withoutChinese(), ZoneId.of("UTC"));
        ReportPdfException refused = assertThrows(
                ReportPdfException.class,
                () -> latin.write(versions(SampleReports.chestCt()), new ByteArrayOutputStream()));
        assertEquals("report.pdf.font-missing", refused.messageKey());
    }
}
