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
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.readingroom.viewer.model.WorkstationException;

/// Draws the pages of a signed report, so that it is read here and in no other program.
public final class PdfPages {
    private PdfPages() {}

    /// **Thread:** any but `fx`; takes tens of milliseconds a page.
    /// **Errors:** [WorkstationException] when these bytes are no PDF.
    public static List<Image> draw(byte[] pdf, int dotsPerInch) throws WorkstationException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<Image> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(image(renderer.renderImageWithDPI(page, dotsPerInch, ImageType.RGB)));
            }
            return pages;
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
