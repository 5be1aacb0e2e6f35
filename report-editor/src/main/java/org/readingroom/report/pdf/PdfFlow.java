package org.readingroom.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Lays text down the page and onto the next.
///
/// **Units:** points, 1/72 inch; `y` counts up from the foot of the page, as PDF does.
final class PdfFlow implements AutoCloseable {
    static final float LEFT = 56;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 50;
    private static final float BOTTOM = 84;

    private final PDDocument document;
    private final PdfLetters letters;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private float y;

    PdfFlow(PDDocument document, PdfLetters letters) throws IOException {
        this.document = document;
        this.letters = letters;
        newPage();
    }

    int pages() {
        return pages.size();
    }

    /// Each line centred.
    void centred(String text, float size, boolean strong) throws IOException {
        for (String line : letters.lines(text, size, WIDTH)) {
            room(size * 1.5f);
            y -= size * 1.3f;
            draw(page(), line, LEFT + (WIDTH - letters.width(line, size)) / 2, y, size, strong, 0);
        }
    }

    /// Text broken into as many lines as it needs.
    void paragraph(String text, float size, boolean strong, float grey) throws IOException {
        for (String line : letters.lines(text, size, WIDTH)) {
            room(size * 1.55f);
            y -= size * 1.55f;
            draw(page(), line, LEFT, y, size, strong, grey);
        }
    }

    /// Label and value pairs, `columns` beside each other; a value that is too long goes on below.
    void grid(List<String[]> cells, int columns, float size) throws IOException {
        float cell = WIDTH / columns;
        for (int i = 0; i < cells.size(); i += columns) {
            List<String[]> row = cells.subList(i, Math.min(i + columns, cells.size()));
            List<List<String>> values = new ArrayList<>();
            int tallest = 1;
            for (String[] pair : row) {
                float room = cell - letters.width(pair[0] + "  ", size) - 8;
                List<String> lines = letters.lines(pair[1], size, room);
                values.add(lines);
                tallest = Math.max(tallest, lines.size());
            }
            room(size * 1.7f * tallest);
            for (int column = 0; column < row.size(); column++) {
                String label = row.get(column)[0];
                float x = LEFT + column * cell;
                draw(page(), label, x, y - size * 1.4f, size, false, 0.4f);
                float indent = letters.width(label + "  ", size);
                float lineY = y - size * 1.4f;
                for (String line : values.get(column)) {
                    draw(page(), line, x + indent, lineY, size, false, 0);
                    lineY -= size * 1.4f;
                }
            }
            y -= size * (1.4f * tallest + 0.3f);
        }
    }

    void rule() throws IOException {
        room(12);
        y -= 6;
        page().setLineWidth(0.6f);
        page().setStrokingColor(0.55f);
        page().moveTo(LEFT, y);
        page().lineTo(LEFT + WIDTH, y);
        page().stroke();
        y -= 2;
    }

    /// A picture whose top is here, `x` from the left; goes on at the same height.
    void picture(PDImageXObject image, float x, float width, float height) throws IOException {
        page().drawImage(image, LEFT + x, y - height, width, height);
    }

    /// An empty frame in the place of a picture.
    void frame(float x, float width, float height) throws IOException {
        page().setLineWidth(0.6f);
        page().setStrokingColor(0.55f);
        page().addRect(LEFT + x, y - height, width, height);
        page().stroke();
    }

    /// One line `down` from here and `x` from the left, cut where it is wider than `width`; goes on at the same height.
    void line(String text, float x, float down, float width, float size, float grey) throws IOException {
        draw(page(), letters.shortened(text.strip(), size, width), LEFT + x, y - down, size, false, grey);
    }

    /// Black squares whose top is here, `x` from the left; true is black, row by row from the top.
    void squares(boolean[][] black, float x, float side) throws IOException {
        float step = side / black.length;
        page().setNonStrokingColor(0f);
        for (int row = 0; row < black.length; row++) {
            for (int column = 0; column < black[row].length; column++) {
                if (black[row][column]) {
                    page().addRect(LEFT + x + column * step, y - (row + 1) * step, step, step);
                }
            }
        }
        page().fill();
    }

    void gap(float points) {
        y -= points;
    }

    /// Makes sure that `height` fits on this page, or goes to the next: a heading stays with its
    /// first lines.
    void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    /// A small line at the foot of page `index`; `row` counts from the lowest. What does not fit at the left is cut.
    void foot(int index, int row, String left, String right) throws IOException {
        float size = 7.5f;
        float at = 40 + row * size * 1.5f;
        float rightWidth = letters.width(right, size);
        String fitting = letters.shortened(left, size, WIDTH - rightWidth - size);
        draw(pages.get(index), fitting, LEFT, at, size, false, 0.35f);
        draw(pages.get(index), right, LEFT + WIDTH - rightWidth, at, size, false, 0.35f);
    }

    @Override
    public void close() throws IOException {
        for (PDPageContentStream page : pages) {
            page.close();
        }
    }

    private PDPageContentStream page() {
        return pages.getLast();
    }

    private void newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new PDPageContentStream(document, page));
        y = TOP;
    }

    private void draw(
            PDPageContentStream page, String text, float x, float baseline, float size, boolean strong, float grey)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        page.beginText();
        page.newLineAtOffset(x, baseline);
        page.setNonStrokingColor(grey);
        page.setStrokingColor(grey);
        // Neither font comes in bold, so strong text is drawn with an outline.
        page.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setLineWidth(size * 0.03f);
        for (PdfLetters.Run run : letters.runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }
}
