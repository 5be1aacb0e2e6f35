package org.readingroom.services.print;

import org.readingroom.viewer.model.WorkstationException;

/// What to print: so many pages, made one at a time when the printer is ready for each.
///
/// `isColour` says that some of them may have colours.
public record FilmJob(int pages, boolean isColour, PageMaker maker, FilmChoices choices) {
    /// Makes a page; blocks.
    @FunctionalInterface
    public interface PageMaker {
        /// **Range:** `index` from 0.
        FilmPage page(int index) throws WorkstationException;
    }

    public FilmJob {
        if (pages < 1) {
            throw new IllegalArgumentException("a job of " + pages + " pages");
        }
    }
}
