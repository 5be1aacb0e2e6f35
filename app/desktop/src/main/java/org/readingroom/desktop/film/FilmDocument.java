package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.film.PageSetup;
import org.readingroom.viewer.film.Sizing;

/// The film as it stands: its pictures in order, and how pages are made of them.
record FilmDocument(List<FilmItem> items, PageSetup setup, Sizing sizing, boolean hasMarks, boolean hasWords) {
    FilmDocument {
        items = List.copyOf(items);
    }

    static final FilmDocument EMPTY = new FilmDocument(List.of(), PageSetup.USUAL, Sizing.FIT, true, true);

    FilmDocument with(List<FilmItem> others) {
        return new FilmDocument(others, setup, sizing, hasMarks, hasWords);
    }

    FilmDocument with(PageSetup other) {
        return new FilmDocument(items, other, sizing, hasMarks, hasWords);
    }

    FilmDocument with(Sizing other) {
        return new FilmDocument(items, setup, other, hasMarks, hasWords);
    }

    FilmDocument withMarks(boolean wished) {
        return new FilmDocument(items, setup, sizing, wished, hasWords);
    }

    /// Words in the corners and those above and below the pictures go together.
    FilmDocument withWords(boolean wished) {
        return new FilmDocument(items, setup.withWords(wished), sizing, hasMarks, wished);
    }

    FilmDocument adding(List<FilmItem> more) {
        List<FilmItem> all = new ArrayList<>(items);
        all.addAll(more);
        return with(all);
    }

    FilmDocument without(FilmItem item) {
        return with(items.stream().filter(each -> each.id() != item.id()).toList());
    }

    /// `item` moved so that it stands at `place` of what is then there.
    FilmDocument moved(FilmItem item, int place) {
        List<FilmItem> others = new ArrayList<>(without(item).items);
        others.add(Math.clamp(place, 0, others.size()), item);
        return with(others);
    }
}
