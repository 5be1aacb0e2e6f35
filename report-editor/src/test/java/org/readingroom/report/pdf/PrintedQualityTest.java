package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.testing.SampleReports;

class PrintedQualityTest {
    // [utest->req~report.image-quality.printed~1]
    @Test
    void theHeadSaysHowGoodTheImagesAreWhereItIsToldTo() throws Exception {
        PdfDress dress = new PdfDress(
                PdfDress.PLAIN.letterhead(),
                PdfDress.PLAIN.pictures(),
                PdfDress.PLAIN.seals(),
                report -> Optional.of("ZQ-GRADE"));
        assertTrue(text(dress).contains("ZQ-GRADE"));
        assertFalse(text(PdfDress.PLAIN).contains("ZQ-GRADE"));
    }

    private static String text(PdfDress dress) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPdf(ReportFonts.ofSystem(), ZoneId.of("Asia/Shanghai"), dress)
                .write(
                        List.of(new SignedReport(
                                SampleReports.chestCt(),
                                SampleReports.firstAct(),
                                new byte[0],
                                "0".repeat(64),
                                new byte[0])),
                        out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
