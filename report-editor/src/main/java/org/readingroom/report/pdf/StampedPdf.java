package org.readingroom.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.readingroom.report.workflow.CopyStamp;

/// A copy of a signed version's PDF that says on every page that this version does not count now.
///
/// The stamp stands in the margins: over the text what became of the version, down both sides in large letters that it
/// is not to be gone by, under the foot that all this is of the copy. No letter of the page is covered.
///
/// **Units:** points, `y` counts up from the foot of the page.
// [impl->req~report.copy.validity~1]
public final class StampedPdf {
    private static final float LEFT = PdfFlow.LEFT;
    private static final float WIDTH = PdfFlow.WIDTH;
    // chosen: the red of warnings, dark enough for a printer without colours
    private static final float[] RED = {0.69f, 0, 0.13f};
    /// chosen: three lines of this size fit over the first line of a page, two of the other under its foot.
    private static final float LINE = 8;

    private static final float NOTE = 6.5f;
    private static final float SIDE = 22;

    private final PDDocument document;
    private final PdfLetters letters;

    private StampedPdf(PDDocument document, PdfLetters letters) {
        this.document = document;
        this.letters = letters;
    }

    /// The pages of `pdf` as they are, with `stamp` on each. Without a font for Chinese it is in English alone.
    ///
    /// **Errors:** [ReportPdfException] when `pdf` cannot be read or a font not be embedded.
    public static byte[] of(byte[] pdf, CopyStamp stamp, ReportFonts fonts) throws ReportPdfException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The Chinese font stays open until the document is saved, which cuts it down then.
        try (PDDocument document = Loader.loadPDF(pdf);
                ReportFonts.Opened opened = fonts.open(document)) {
            StampedPdf stamped = new StampedPdf(document, new PdfLetters(opened));
            for (PDPage page : document.getPages()) {
                stamped.stamp(page, fonts.hasChinese() ? stamp : latin(stamp));
            }
            document.save(out);
        } catch (IOException e) {
            throw new ReportPdfException("report.pdf.failed", "PDF cannot be stamped", e);
        }
        return out.toByteArray();
    }

    private static CopyStamp latin(CopyStamp stamp) {
        return new CopyStamp(latin(stamp.headings()), latin(stamp.lines()), latin(stamp.notes()));
    }

    private static List<String> latin(List<String> lines) {
        return lines.stream()
                .filter(line -> line.codePoints().allMatch(c -> c < 0x2E80))
                .toList();
    }

    private void stamp(PDPage page, CopyStamp stamp) throws IOException {
        PDRectangle paper = page.getMediaBox();
        try (PDPageContentStream canvas = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            canvas.setNonStrokingColor(RED[0], RED[1], RED[2]);
            canvas.setStrokingColor(RED[0], RED[1], RED[2]);
            canvas.setRenderingMode(RenderingMode.FILL);
            float y = paper.getHeight() - 12;
            for (String line : stamp.lines()) {
                for (String part : letters.lines(line, LINE, WIDTH)) {
                    y -= LINE * 1.25f;
                    write(canvas, part, LINE, Matrix.getTranslateInstance(LEFT, y));
                }
            }
            canvas.setLineWidth(0.8f);
            canvas.addRect(LEFT - 4, y - 4, WIDTH + 8, paper.getHeight() - 12 - y + 4);
            canvas.stroke();
            float foot = 36;
            for (String note : stamp.notes()) {
                foot -= NOTE * 1.3f;
                write(canvas, letters.shortened(note, NOTE, WIDTH), NOTE, Matrix.getTranslateInstance(LEFT, foot));
            }
            String side = String.join("  ·  ", stamp.headings());
            float size = Math.min(SIDE, SIDE * paper.getHeight() * 0.8f / letters.width(side, SIDE));
            float start = (paper.getHeight() - letters.width(side, size)) / 2;
            write(canvas, side, size, Matrix.getRotateInstance(Math.PI / 2, LEFT - 14, start));
            write(canvas, side, size, Matrix.getRotateInstance(Math.PI / 2, LEFT + WIDTH + 32, start));
        }
    }

    private void write(PDPageContentStream canvas, String text, float size, Matrix where) throws IOException {
        canvas.beginText();
        canvas.setTextMatrix(where);
        for (PdfLetters.Run run : letters.runs(text)) {
            canvas.setFont(run.font(), size);
            canvas.showText(run.text());
        }
        canvas.endText();
    }
}
