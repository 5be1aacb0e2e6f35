package org.readingroom.services.print;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageOrientation;
import org.readingroom.viewer.film.PageSize;

/// One film: its size and hold, its cells row by row, and what lies in each.
public record FilmPage(PageSize size, PageOrientation orientation, FilmLayout layout, List<Optional<FilmImage>> cells) {
    public FilmPage {
        cells = List.copyOf(cells);
        if (cells.size() > layout.cells()) {
            throw new IllegalArgumentException(cells.size() + " pictures in " + layout.cells() + " cells");
        }
    }

    boolean hasColour() {
        return cells.stream().flatMap(Optional::stream).anyMatch(FilmImage::isColour);
    }
}
