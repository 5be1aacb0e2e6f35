package org.readingroom.desktop.film;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.PageLook;
import org.readingroom.desktop.desk.PagePainter;
import org.readingroom.report.pdf.PicturePdf;
import org.readingroom.report.pdf.ReportFonts;
import org.readingroom.viewer.film.PageGeometry;
import org.readingroom.viewer.film.PaperScale;
import org.readingroom.viewer.film.PicturePart;
import org.readingroom.viewer.film.RectangleMm;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Makes the pages of a film: each cell painted, then laid on a PDF page in its exact place.
///
/// **Thread:** any but FX.
// [impl->req~film.paper~1]
final class PageMaker {
    /// chosen: what office printers have; more shows no more of a picture.
    static final double PRINT_DPI = 300;

    private static final double WORDS_PT = 8;
    private static final double LINE_MM = 3.6;

    private final PagePainter painter;
    private final ReportFonts fonts = ReportFonts.ofSystem();

    PageMaker(PagePainter painter) {
        this.painter = painter;
    }

    /// The pages from `first` on, `count` of them, as PDF; `words` speaks the language of the pages.
    ///
    /// **Errors:** as [FilmPager]; `desktop.film.cancelled`; `desktop.film.no-pdf`.
    byte[] pdf(FilmDocument film, int first, int count, double dotsPerInch, Messages words, Progress progress)
            throws WorkstationException {
        List<List<FilmPager.Placed>> pages = FilmPager.pages(film);
        PageGeometry geometry = PageGeometry.of(film.setup());
        try (PicturePdf pdf = new PicturePdf(fonts)) {
            for (int page = first; page < Math.min(pages.size(), first + count); page++) {
                progress.at(page - first, count);
                pdf.page(geometry.widthMm(), geometry.heightMm());
                page(pdf, film, geometry, pages, page, dotsPerInch, words, progress);
            }
            return pdf.bytes();
        } catch (IOException e) {
            throw new WorkstationException("desktop.film.no-pdf", List.of(), "the pages cannot be made", e);
        }
    }

    private void page(
            PicturePdf pdf,
            FilmDocument film,
            PageGeometry geometry,
            List<List<FilmPager.Placed>> pages,
            int page,
            double dotsPerInch,
            Messages words,
            Progress progress)
            throws IOException, WorkstationException {
        double mm = PaperScale.mmPerElement(dotsPerInch);
        for (int cell = 0; cell < pages.get(page).size(); cell++) {
            if (progress.isCancelled()) {
                throw new WorkstationException("desktop.film.cancelled", "given up while pages were made");
            }
            RectangleMm place = geometry.cells().get(cell);
            PagePainter.Cell painted = cell(film, pages.get(page).get(cell), place, dotsPerInch, words);
            // as wide as its elements are, not as its cell: a millimetre stays one
            pdf.picture(
                    painted.argb(),
                    painted.columns(),
                    place.x(),
                    place.y(),
                    painted.columns() * mm,
                    painted.rows() * mm);
        }
        if (film.hasWords()) {
            FilmWords lines = new FilmWords(film, words);
            RectangleMm head = geometry.header();
            List<String> above = lines.above(pages.get(page));
            for (int line = 0; line < above.size(); line++) {
                pdf.words(above.get(line), head.x(), head.y() + 3 + line * LINE_MM, head.width(), WORDS_PT);
            }
            RectangleMm foot = geometry.footer();
            pdf.words(
                    lines.below(page + 1, pages.size()),
                    foot.x(),
                    foot.y() + foot.height() - 1,
                    foot.width(),
                    WORDS_PT);
        }
    }

    /// One cell as it comes out.
    PagePainter.Cell cell(
            FilmDocument film, FilmPager.Placed placed, RectangleMm place, double dotsPerInch, Messages words)
            throws WorkstationException {
        try {
            PageLook look = new PageLook(film.hasMarks(), film.hasWords(), lines(placed, words));
            return placed.part().isEmpty()
                    ? painter.fitted(placed.item().picture(), place, dotsPerInch, look)
                    : painter.atTrueSize(placed.item().picture(), placed.part().get(), place, dotsPerInch, look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkstationException(
                    "desktop.film.cancelled", List.of(), "interrupted while a cell was painted", e);
        }
    }

    /// What must be said of a picture at true size: that it is, whose millimetres they are, what is missing.
    private static List<String> lines(FilmPager.Placed placed, Messages words) {
        List<String> lines = new ArrayList<>();
        if (placed.part().isPresent()) {
            PicturePart part = placed.part().get();
            lines.add(words.get("desktop.film.true-size"));
            if (!placed.caveatKey().isEmpty()) {
                lines.add(words.get(placed.caveatKey()));
            }
            if (part.isCropped()) {
                lines.add(words.get("desktop.film.cropped"));
            }
            if (part.count() > 1) {
                lines.add(words.get("desktop.film.part", part.number(), part.count()));
            }
        }
        return lines;
    }
}
