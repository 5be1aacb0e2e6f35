package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.workflow.CopyStamp;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.SignedCourse;
import org.readingroom.report.workflow.VersionValidity;

// [utest->req~report.copy.validity~1]
class StampedPdfTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ReportFonts FONTS = ReportFonts.ofSystem();

    private static byte[] signed(Report report, Stage... stages) throws ReportPdfException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPdf(FONTS, SHANGHAI).write(SignedCourse.of(report, stages), out);
        return out.toByteArray();
    }

    /// That of the first of three versions, in the report's language and the other.
    private static CopyStamp stamp(Report report) {
        List<SignedReport> holding = SignedCourse.of(report, Stage.PRIMARY, Stage.COUNTERSIGNATURE, Stage.AMENDMENT);
        return CopyStamp.of(
                        VersionValidity.of(holding.getFirst(), new ReportCourse(holding, List.of())),
                        report.language(),
                        Instant.parse("2026-12-01T00:30:00Z"),
                        SHANGHAI)
                .orElseThrow();
    }

    private static Report lengthened(Report report) {
        String more = report.text(SectionKind.FINDINGS).strip() + "\n";
        return ReportEdits.setText(report, SectionKind.FINDINGS, more.repeat(90))
                .apply(report);
    }

    /// Page by page, without the spaces that lines are broken at.
    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", ""));
            }
        }
        return pages;
    }

    private static String joined(String words) {
        return words.replaceAll("\\s+", "");
    }

    @Test
    void everyPageSaysInBothLanguagesWhatBecameOfTheVersion() throws Exception {
        assumeTrue(FONTS.hasChinese(), "skipped: no font with Chinese letters");
        for (Report report : List.of(lengthened(SampleReports.chestCt()), lengthened(SampleReports.chestCtEnglish()))) {
            byte[] onFile = signed(report, Stage.PRIMARY);
            byte[] before = onFile.clone();
            CopyStamp stamp = stamp(report);
            byte[] copy = StampedPdf.of(onFile, stamp, FONTS);
            assertArrayEquals(before, onFile, "what is on file stays");
            Files.createDirectories(Path.of("target", "pdf"));
            Files.write(Path.of("target", "pdf", "stamped-" + report.language().code() + ".pdf"), copy);
            ArchivalJudge.assertValid(copy);
            List<String> plain = pages(onFile);
            List<String> stamped = pages(copy);
            assertTrue(plain.size() >= 2, "more than one page");
            assertEquals(plain.size(), stamped.size());
            for (int page = 0; page < plain.size(); page++) {
                assertFalse(plain.get(page).contains("已作废"), "the signed page does not say so");
                String text = stamped.get(page);
                for (String line : stamp.lines()) {
                    assertTrue(text.contains(joined(line)), line + " in " + text);
                }
                for (String note : stamp.notes()) {
                    assertTrue(text.contains(joined(note)), note + " in " + text);
                }
            }
            assertEquals(List.of(), Placed.troubles(copy));
        }
    }

    /// The large letters run up the page, two columns of them, and all of them in the margins.
    @Test
    void theLargeWordsAreInTheMarginsOfEachPage() throws Exception {
        assumeTrue(FONTS.hasChinese(), "skipped: no font with Chinese letters");
        byte[] copy =
                StampedPdf.of(signed(SampleReports.chestCt(), Stage.PRIMARY), stamp(SampleReports.chestCt()), FONTS);
        List<Placed> upright = Placed.all(copy).stream()
                .filter(letter -> letter.direction() == 90)
                .toList();
        StringBuilder said = new StringBuilder();
        upright.forEach(letter -> said.append(letter.letter()));
        assertEquals(joined("已作废·NOTTHEVALIDVERSION").repeat(2), joined(said.toString()));
        // measured across the page from its left edge: text begins 56 points in and ends 56 before the right edge
        assertTrue(
                upright.stream().allMatch(letter -> letter.baseline() < 56 || letter.baseline() > 595 - 56 + 22),
                upright::toString);
    }

    /// As a person sees it: red letters where the margins were white, and the words themselves as they were.
    @Test
    void theMarginsTurnRedAndTheTextIsLeftAsItWas() throws Exception {
        assumeTrue(FONTS.hasChinese(), "skipped: no font with Chinese letters");
        byte[] onFile = signed(SampleReports.chestCtEnglish(), Stage.PRIMARY);
        byte[] copy = StampedPdf.of(onFile, stamp(SampleReports.chestCtEnglish()), FONTS);
        BufferedImage before = page(onFile);
        BufferedImage after = page(copy);
        int red = 0;
        // at 72 dots per inch a pixel is a point: the text lies between the margins and under the first 56 points
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                boolean isText = x > 60 && x < 595 - 60 && y > 60 && y < 842 - 42;
                if (isText) {
                    assertEquals(before.getRGB(x, y), after.getRGB(x, y), "at " + x + ", " + y);
                } else if (isRed(after.getRGB(x, y))) {
                    red++;
                }
            }
        }
        assertTrue(red > 2000, red + " red points");
    }

    private static boolean isRed(int argb) {
        return (argb >> 16 & 0xFF) > 150 && (argb >> 8 & 0xFF) < 120;
    }

    private static BufferedImage page(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    @Test
    void withoutAFontForChineseItIsSaidInEnglishAlone() throws Exception {
        assumeTrue(FONTS.hasChinese(), "skipped: no font with Chinese letters");
        Report english = SampleReports.chestCtEnglish();
        byte[] onFile = signed(english, Stage.PRIMARY);
        String text = pages(StampedPdf.of(onFile, stamp(english), ReportFonts.withoutChinese()))
                .getFirst();
        assertTrue(text.contains("NOTTHEVALIDVERSION"), text);
        assertTrue(text.contains("wassupersededon2026-11-2011:32byversion2"), text);
        assertFalse(text.contains("U+"), text);
    }
}
