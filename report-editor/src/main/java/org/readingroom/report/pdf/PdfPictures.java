package org.readingroom.report.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.KeyImage;

/// The key images with their captions, two beside each other.
final class PdfPictures {
    private static final float GAP = 12;
    private static final float WIDTH = (PdfFlow.WIDTH - GAP) / 2;

    /// chosen: two rows and a head of text go on one page.
    private static final float TALLEST = 220;

    private final PDDocument document;
    private final Function<KeyImage, Optional<KeyPicture>> pictures;
    private final Messages words;

    PdfPictures(PDDocument document, Function<KeyImage, Optional<KeyPicture>> pictures, Messages words) {
        this.document = document;
        this.pictures = pictures;
        this.words = words;
    }

    void write(PdfFlow flow, List<KeyImage> images) throws IOException {
        if (images.isEmpty()) {
            return;
        }
        flow.gap(6);
        flow.room(60 + TALLEST);
        flow.paragraph(words.get("report.pdf.key-images"), 11, true, 0);
        flow.gap(4);
        for (int i = 0; i < images.size(); i += 2) {
            row(flow, images.subList(i, Math.min(i + 2, images.size())), i);
        }
    }

    private void row(PdfFlow flow, List<KeyImage> row, int first) throws IOException {
        List<Optional<KeyPicture>> shown = row.stream().map(pictures).toList();
        float height = 30;
        for (Optional<KeyPicture> picture : shown) {
            height = Math.max(height, picture.map(PdfPictures::height).orElse(30f));
        }
        flow.room(height + 20);
        for (int i = 0; i < row.size(); i++) {
            float x = i * (WIDTH + GAP);
            if (shown.get(i).isPresent()) {
                KeyPicture picture = shown.get(i).get();
                float tall = height(picture);
                flow.picture(image(picture), x, tall * picture.columns() / picture.rows(), tall);
            } else {
                flow.frame(x, WIDTH, 30);
                flow.line(words.get("report.pdf.no-picture"), x + 6, 18, WIDTH - 12, 8, 0.35f);
            }
            String caption =
                    words.get("report.pdf.picture", first + i + 1, row.get(i).caption());
            flow.line(caption, x, height + 11, WIDTH, 8.5f, 0.2f);
        }
        flow.gap(height + 20);
    }

    private static float height(KeyPicture picture) {
        return Math.min(TALLEST, WIDTH * picture.rows() / picture.columns());
    }

    private PDImageXObject image(KeyPicture picture) throws IOException {
        BufferedImage image = new BufferedImage(picture.columns(), picture.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.columns(), picture.rows(), picture.argb(), 0, picture.columns());
        return LosslessFactory.createFromImage(document, image);
    }
}
