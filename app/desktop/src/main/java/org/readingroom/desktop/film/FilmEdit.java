package org.readingroom.desktop.film;

import java.util.function.UnaryOperator;
import org.readingroom.viewer.edit.Edit;

/// One step on the film. The document is a list of references, so that its two states are kept whole.
record FilmEdit(FilmDocument before, FilmDocument after, String labelKey) implements Edit<FilmDocument> {

    static FilmEdit of(FilmDocument now, String what, UnaryOperator<FilmDocument> change) {
        return new FilmEdit(now, change.apply(now), "desktop.film.edit." + what);
    }

    @Override
    public FilmDocument apply(FilmDocument document) {
        return after;
    }

    @Override
    public FilmDocument revert(FilmDocument document) {
        return before;
    }
}
