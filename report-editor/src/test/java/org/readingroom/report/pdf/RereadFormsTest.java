package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.fhir.Filing;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.fhir.ReportHtml;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.prior.PriorOrigin;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.text.PlainText;

/// A new reading in every form a report is read in: before its review, and after.
// [utest->req~report.workflow.reread-valid~1]
class RereadFormsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ANEW = "右肺上叶腺癌可能。";
    private static final String REVIEWED = "右肺上叶腺癌可能，建议穿刺。";
    private static final String NOT_VALID = "重新诊断稿：未经审核，不具效力，以现行有效的版本为准";

    private final Report report = SampleReports.chestCt();
    private final List<SignedReport> versions = new ArrayList<>();

    private RereadFormsTest() {
        sign(Stage.PRIMARY, report);
        sign(Stage.REVIEW, report);
        sign(Stage.REREAD, concluded(ANEW));
    }

    private Report concluded(String impression) {
        return ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
    }

    private void sign(Stage stage, Report words) {
        int version = versions.size() + 1;
        String before = version == 1 ? "" : digest(version - 1);
        SigningAct act =
                new SigningAct(stage, SampleReports.radiologist(), version, before, SampleReports.NOW, "", "rules");
        versions.add(new SignedReport(words, act, new byte[] {1}, digest(version), new byte[] {2}));
    }

    private static String digest(int version) {
        return Integer.toString(version).repeat(64);
    }

    @Test
    void asTextItSaysThatItIsNotValidAndTheOldVersionStaysAsItWas() {
        String old = PlainText.of(report, versions.subList(0, 2), ZONE);
        assertEquals(old, PlainText.of(report, versions, ZONE), "whoever reads on reads the version that holds");
        assertEquals(
                NOT_VALID,
                PlainText.of(versions.getLast().report(), versions, ZONE)
                        .lines()
                        .toList()
                        .get(1));
        assertTrue(ReportHtml.page(versions.getLast()).contains("尚未审核，不具效力"));
        assertFalse(ReportHtml.page(versions.get(1)).contains("尚未审核"));
        sign(Stage.AMENDMENT, concluded(REVIEWED));
        assertEquals(
                "本报告替代第 2 版，原版作废",
                PlainText.of(versions.getLast().report(), versions, ZONE)
                        .lines()
                        .toList()
                        .get(1));
    }

    @Test
    void itsPrintSaysOnEveryPageThatItIsNotValidAndHasNoCode() throws Exception {
        assumeTrue(ReportFonts.ofSystem().hasChinese(), "no TrueType font with Chinese letters");
        String code = VerificationCode.of(versions.getLast());
        String text = printed();
        assertTrue(text.contains(NOT_VALID.replace(" ", "")), text);
        assertTrue(text.contains("尚未审核，不具效力第3版，SHA-256"), text);
        assertFalse(text.contains(code.replace(" ", "")), text);
        assertFalse(text.contains("已签名；报告发布时间"), text);
        sign(Stage.AMENDMENT, concluded(REVIEWED));
        text = printed();
        assertTrue(text.contains("本报告替代第2版，原版作废"), text);
        assertTrue(text.contains(VerificationCode.of(versions.getLast()).replace(" ", "")), text);
        assertFalse(text.contains("不具效力"), text);
    }

    private String printed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPdf(ReportFonts.ofSystem(), ZONE).write(versions, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    void theHospitalIsToldOfNoneOfItBeforeTheReviewAndThenOfWhatWasReviewed() throws Exception {
        assertThrows(IllegalArgumentException.class, this::filing);
        sign(Stage.AMENDMENT, concluded(REVIEWED));
        byte[] bytes = ReportBundle.write(filing());
        JsonNode bundle = JsonMapper.builder().build().readTree(bytes);
        assertEquals("amended", bundle.at("/entry/0/resource/status").asText());
        List<String> told = new ArrayList<>();
        JsonNode provenance = null;
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            told.add(resource.path("valueString").asText());
            provenance = resource.path("resourceType").asText().equals("Provenance") ? resource : provenance;
        }
        assertFalse(told.contains(ANEW), "what the reviewer changed never was there");
        assertTrue(told.contains("右肺上叶结节，建议随访。"), "what was there is taken back");
        assertTrue(told.contains(REVIEWED));
        assertEquals(
                "Verification Signature",
                provenance.at("/signature/0/type/0/display").asText());
    }

    private Filing filing() {
        return new Filing(versions, new byte[] {'%'}, new UUID(0, 1), "", ZONE);
    }

    @Test
    void noEarlierReportIsQuotedFromIt() {
        LocalDateTime day = LocalDateTime.of(2026, 11, 20, 9, 15);
        PriorReport prior = PriorReport.of(versions).orElseThrow();
        assertEquals(day, prior.time());
        assertEquals("右肺上叶结节，建议随访。", prior.conclusion());
        assertEquals(Stage.REVIEW, ((PriorOrigin.Here) prior.origin()).stage());
    }
}
