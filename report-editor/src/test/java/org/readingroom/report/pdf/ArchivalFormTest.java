package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;

/// The documents before veraPDF, the validator of the PDF Association's industry.
// [utest->req~report.pdf.archival~1]
// [utest->req~report.pdf.suggested~1]
class ArchivalFormTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final KeyImage SHOWN = new KeyImage(
            SampleReports.ANCHOR.series(), SampleReports.ANCHOR.frame(), new AnchorWindow(-600, 1500), "右肺上叶结节");
    private static final KeyImage GONE =
            new KeyImage(SHOWN.series(), new FrameRef(new SopInstanceUid("2.25.77"), 1), null, "");

    @Test
    void aDressedReportIsValidPdfA2u() throws Exception {
        byte[] pdf = dressed(SampleReports.chestCt());
        Files.createDirectories(Path.of("target", "pdf"));
        Files.write(Path.of("target", "pdf", "dressed.pdf"), pdf);
        ArchivalJudge.assertValid(pdf);
    }

    @Test
    void aDraftIsValidTooAndAnEnglishReportIs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf(PdfDress.PLAIN).writeDraft(whole(SampleReports.chestCt()), out);
        ArchivalJudge.assertValid(out.toByteArray());
        Report english = new Report(
                SampleReports.chestCt().id(),
                SampleReports.chestCt().study(),
                org.readingroom.report.model.ReportLanguage.ENGLISH,
                "",
                List.of());
        ArchivalJudge.assertValid(
                dressed(ReportEdits.setText(english, SectionKind.IMPRESSION, "No abnormality — as before: “normal”.")
                        .apply(english)));
    }

    /// The validator is no rubber stamp: the same document without its colours is refused.
    @Test
    void theValidatorRefusesADocumentWithoutItsColours() throws Exception {
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(dressed(SampleReports.chestCt()))) {
            document.getDocumentCatalog().setOutputIntents(List.of());
            document.save(spoilt);
        }
        assertTrue(!ArchivalJudge.judged(spoilt.toByteArray()).isCompliant());
    }

    @Test
    void theSameVersionsGiveTheSameBytes() throws Exception {
        assertArrayEquals(dressed(SampleReports.chestCt()), dressed(SampleReports.chestCt()));
    }

    @Test
    void thePageShowsPicturesCaptionsAndWhatIsNotHereAndNamesSuggestions() throws Exception {
        byte[] pdf = dressed(SampleReports.chestCt());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replace("\r", "");
            assertTrue(text.contains("演示总院"), text);
            assertTrue(text.contains("1. 右肺上叶结节"), text);
            assertTrue(text.contains("本工作站无此图像"), text);
            assertTrue(text.contains("suggest-archive 1，经医师修改"), text);
            assertTrue(text.contains("0123-4567-89AB-CDEF"), text);
            assertTrue(text.contains("阳性"), text);
        }
        assertEquals(List.of(), Placed.troubles(pdf));
    }

    /// Read back from the page as a camera would see it.
    @Test
    void theSquareOnThePageSaysWhichVersionItIs() throws Exception {
        try (PDDocument document = Loader.loadPDF(dressed(SampleReports.chestCt()))) {
            PDFRenderer renderer = new PDFRenderer(document);
            BufferedImage page = renderer.renderImageWithDPI(document.getNumberOfPages() - 1, 200);
            int[] argb = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), argb)));
            assertEquals(
                    "RR1|report-1|1|" + DIGEST,
                    new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
        }
    }

    private static ReportPdf pdf(PdfDress dress) {
        return new ReportPdf(ReportFonts.ofSystem(), ZoneId.of("Asia/Shanghai"), dress);
    }

    private static byte[] dressed(Report report) throws Exception {
        PdfDress dress = new PdfDress(
                language -> new Letterhead("演示总院", "放射科 · Radiology", png(60, 60, 0xFF2060A0)),
                image -> image.equals(GONE) ? Optional.empty() : Optional.of(gradient()),
                author -> Optional.of(png(120, 60, 0xFFB02020)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf(dress)
                .write(
                        List.of(new SignedReport(
                                whole(report), SampleReports.firstAct(), new byte[0], DIGEST, new byte[0])),
                        out);
        return out.toByteArray();
    }

    private static Report whole(Report report) {
        Report marked = report.withConclusion(Polarity.POSITIVE).withKeyImages(List.of(SHOWN, GONE, SHOWN));
        ReportSentence first = marked.sentences().getFirst();
        SuggestionTrace trace = new SuggestionTrace(
                "suggest-archive", "1", "胸部CT。", SuggestionTrace.Act.EDITED, 4, List.of("report-7"));
        return ReportEdits.replace(
                        marked,
                        marked.sections().stream()
                                .filter(section -> section.sentences().contains(first))
                                .findFirst()
                                .orElseThrow()
                                .kind(),
                        first.withSuggestion(trace))
                .apply(marked);
    }

    private static KeyPicture gradient() {
        int[] argb = new int[96 * 64];
        for (int i = 0; i < argb.length; i++) {
            int grey = i % 96 * 255 / 95;
            argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
        }
        return new KeyPicture(argb, 96);
    }

    private static byte[] png(int width, int height, int argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        // a clear corner, as seals have
        Arrays.fill(pixels, 0, width * 10, 0);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
