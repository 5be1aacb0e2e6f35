package org.readingroom.desktop.out;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.readingroom.viewer.model.WorkstationException;

/// Draws the pages of a document, so that it is read here and in no other program.
public final class PdfPages {
    /// chosen: a page is some four megabytes; documents from elsewhere may have thousands.
    private static final int MOST_PAGES = 60;

    /// chosen: a poster is drawn coarser, not refused.
    private static final float MOST_DOTS = 4000;

    /// The pages that were drawn, and how many the document has.
    public record Pages(List<Image> images, int total) {
        public Pages {
            images = List.copyOf(images);
        }
    }

    private PdfPages() {}

    /// **Thread:** any but `fx`; takes tens of milliseconds a page.
    /// **Errors:** [WorkstationException] when these bytes are no PDF.
    public static Pages draw(byte[] pdf, int dotsPerInch) throws WorkstationException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<Image> pages = new ArrayList<>();
            int total = document.getNumberOfPages();
            for (int page = 0; page < Math.min(MOST_PAGES, total); page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                float side = Math.max(box.getWidth(), box.getHeight());
                float dots = Math.min(dotsPerInch, 72 * MOST_DOTS / Math.max(1, side));
                pages.add(image(renderer.renderImageWithDPI(page, dots, ImageType.RGB)));
            }
            return new Pages(pages, total);
        } catch (IOException e) {
            throw new WorkstationException("desktop.document.broken", List.of(), "the PDF cannot be drawn", e);
        }
    }

    private static Image image(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] argb = drawn.getRGB(0, 0, width, height, null, 0, width);
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }
}
