package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.film.PageGeometry;
import org.readingroom.viewer.film.PicturePart;
import org.readingroom.viewer.film.RectangleMm;
import org.readingroom.viewer.film.Sizing;
import org.readingroom.viewer.film.TrueScale;
import org.readingroom.viewer.model.WorkstationException;

/// Puts the pictures of a film into cells, and the cells on pages.
final class FilmPager {
    /// What lies in one cell: a picture, or a part of it at true size.
    record Placed(FilmItem item, Optional<PicturePart> part, String caveatKey) {}

    private FilmPager() {}

    /// The pages of `film`; none when nothing is on it.
    ///
    /// **Errors:** `desktop.film.no-spacing` at true size, for the first picture without a scale: it has none.
    // [impl->req~film.true-size~1]
    static List<List<Placed>> pages(FilmDocument film) throws WorkstationException {
        List<Placed> placed = new ArrayList<>();
        RectangleMm cell = PageGeometry.of(film.setup()).cells().getFirst();
        for (FilmItem item : film.items()) {
            if (film.sizing().isTrue()) {
                placed.addAll(atTrueSize(film, item, cell));
            } else {
                placed.add(new Placed(item, Optional.empty(), ""));
            }
        }
        int cells = film.setup().layout().cells();
        List<List<Placed>> pages = new ArrayList<>();
        for (int at = 0; at < placed.size(); at += cells) {
            pages.add(List.copyOf(placed.subList(at, Math.min(placed.size(), at + cells))));
        }
        return List.copyOf(pages);
    }

    private static List<Placed> atTrueSize(FilmDocument film, FilmItem item, RectangleMm cell)
            throws WorkstationException {
        Optional<TrueScale> scale = item.picture().scale();
        if (scale.isEmpty()) {
            throw new WorkstationException(
                    "desktop.film.no-spacing",
                    List.of(film.items().indexOf(item) + 1),
                    "a picture without spacing has no true size",
                    null);
        }
        double[] extent = item.picture().extent();
        double[] wished = item.picture().wished();
        return PicturePart.of(
                        extent[0], extent[1], cell, film.sizing() == Sizing.TRUE_SIZE_CONTINUED, wished[0], wished[1])
                .stream()
                .map(part -> new Placed(item, Optional.of(part), scale.get().caveatKey()))
                .toList();
    }
}
