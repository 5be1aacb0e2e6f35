package org.readingroom.report.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/// A PDF of pages of an exact size, with pictures and lines of words in exact places.
///
/// Pictures keep every value; programs that show it are told to print it unscaled.
///
/// **Units:** millimetres from the top left corner of the page.
public final class PicturePdf implements Closeable {
    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PDDocument document = new PDDocument();
    private final ReportFonts.Opened fonts;
    private final PdfLetters letters;
    private @Nullable PDPageContentStream page;
    private float pageHeight;

    public PicturePdf(ReportFonts fonts) throws IOException {
        this.fonts = fonts.open(document);
        this.letters = new PdfLetters(this.fonts);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /// Begins the next page.
    public void page(double widthMm, double heightMm) throws IOException {
        endPage();
        pageHeight = points(heightMm);
        PDPage next = new PDPage(new PDRectangle(points(widthMm), pageHeight));
        document.addPage(next);
        page = new PDPageContentStream(document, next);
    }

    /// Lays a picture on the page, its top left corner at `x`, `y`; one without colours is kept in greys.
    ///
    /// **Shape:** `argb` row by row.
    public void picture(int[] argb, int columns, double x, double y, double widthMm, double heightMm)
            throws IOException {
        PDImageXObject image = LosslessFactory.createFromImage(document, image(argb, columns));
        image.setInterpolate(false);
        page().drawImage(image, points(x), pageHeight - points(y + heightMm), points(widthMm), points(heightMm));
    }

    /// Writes one line from `x`, cut where it is longer than `widthMm`; `y` is where its letters stand.
    public void words(String text, double x, double y, double widthMm, double sizePt) throws IOException {
        if (text.isBlank()) {
            return;
        }
        float size = (float) sizePt;
        PDPageContentStream canvas = page();
        canvas.beginText();
        canvas.newLineAtOffset(points(x), pageHeight - points(y));
        for (PdfLetters.Run run : letters.runs(letters.shortened(text.strip(), size, points(widthMm)))) {
            canvas.setFont(run.font(), size);
            canvas.showText(run.text());
        }
        canvas.endText();
    }

    /// How wide a line comes out.
    public double widthMm(String text, double sizePt) throws IOException {
        return letters.width(text, (float) sizePt) / POINTS_PER_MM;
    }

    /// The finished document.
    public byte[] bytes() throws IOException {
        endPage();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (fonts) {
            document.close();
        }
    }

    private PDPageContentStream page() {
        PDPageContentStream open = page;
        if (open == null) {
            throw new IllegalStateException("no page was begun");
        }
        return open;
    }

    private void endPage() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private static float points(double mm) {
        return (float) (mm * POINTS_PER_MM);
    }

    private static BufferedImage image(int[] argb, int columns) {
        int rows = argb.length / columns;
        if (!hasColour(argb)) {
            BufferedImage grey = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
            byte[] values = new byte[argb.length];
            for (int i = 0; i < argb.length; i++) {
                values[i] = (byte) argb[i];
            }
            grey.getRaster().setDataElements(0, 0, columns, rows, values);
            return grey;
        }
        BufferedImage colours = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        colours.setRGB(0, 0, columns, rows, argb, 0, columns);
        return colours;
    }

    private static boolean hasColour(int[] argb) {
        for (int pixel : argb) {
            int green = pixel >> 8 & 0xFF;
            if ((pixel >> 16 & 0xFF) != green || (pixel & 0xFF) != green) {
                return true;
            }
        }
        return false;
    }
}
