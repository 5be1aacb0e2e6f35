package org.readingroom.viewer.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Pages, with sums by hand.
class PageGeometryTest {
    // [utest->req~film.layout~1]
    @Test
    void cellsShareWhatMarginsAndWordsLeave() {
        PageSetup setup = new PageSetup(PageSize.A4, PageOrientation.LANDSCAPE, new FilmLayout(2, 3), 10, 3, true);
        PageGeometry page = PageGeometry.of(setup);
        assertEquals(297, page.widthMm());
        assertEquals(210, page.heightMm());
        // across: 297 - 20 - 2 * 3 = 271 in three; down: 210 - 20 - 9 - 5 - 3 = 173 in two
        assertEquals(6, page.cells().size());
        RectangleMm last = page.cells().getLast();
        assertEquals(271 / 3.0, last.width(), 1e-9);
        assertEquals(86.5, last.height(), 1e-9);
        assertEquals(287, last.x() + last.width(), 1e-9);
        assertEquals(195, last.y() + last.height(), 1e-9);
        assertEquals(new RectangleMm(10, 195, 277, 5), page.footer());
        assertEquals(page.cells().get(0).y(), page.cells().get(2).y());
    }

    @Test
    void filmsAreAsLargeAsTheirNames() {
        assertEquals(355.6, PageSize.FILM_14X17.widthMm(), 1e-9);
        assertEquals(431.8, PageSize.FILM_14X17.heightMm(), 1e-9);
        assertEquals(Optional.of(PageSize.FILM_14X17), PageSize.ofFilmSizeId("14INX17IN"));
        assertEquals(Optional.empty(), PageSize.ofFilmSizeId("1INX1IN"));
    }

    @Test
    void theTermOfALayoutHasItsColumnsFirst() {
        assertEquals("STANDARD\\2,3", new FilmLayout(3, 2).term());
        assertEquals(Optional.of(new FilmLayout(3, 2)), FilmLayout.ofTerm("STANDARD\\2,3"));
        assertEquals(Optional.empty(), FilmLayout.ofTerm("ROW\\2,3"));
        assertThrows(IllegalArgumentException.class, () -> new FilmLayout(9, 1));
    }

    // [utest->req~film.true-size~1]
    @Test
    void aPictureThatFitsIsWhole() {
        assertEquals(
                List.of(new PicturePart(0, 0, false, 1, 1)),
                PicturePart.of(100, 80, new RectangleMm(0, 0, 100, 80), true, 7, 7));
    }

    @Test
    void aPictureTooLargeIsCutWhereItIsWished() {
        RectangleMm cell = new RectangleMm(0, 0, 100, 80);
        PicturePart part = PicturePart.of(160, 80, cell, false, -1000, 9).getFirst();
        // 60 mm do not fit, so that the middle may lie at most 30 mm off
        assertEquals(new PicturePart(-30, 0, true, 1, 1), part);
    }

    @Test
    void orGoesOnInTheNextCellsUntilItsEdge() {
        RectangleMm cell = new RectangleMm(0, 0, 100, 80);
        List<PicturePart> parts = PicturePart.of(250, 120, cell, true, 0, 0);
        // across ceil(245 / 95) = 3, down ceil(115 / 75) = 2
        assertEquals(6, parts.size());
        assertEquals(-125, parts.getFirst().right() - 50, 1e-9);
        assertEquals(125, parts.getLast().right() + 50, 1e-9);
        assertEquals(60, parts.getLast().down() + 40, 1e-9);
        assertTrue(parts.stream().noneMatch(PicturePart::isCropped));
        assertEquals(6, parts.getLast().number());
        double step = parts.get(1).right() - parts.get(0).right();
        assertTrue(step <= 95 + 1e-9, "neighbours overlap by 5 mm at least");
    }
}
