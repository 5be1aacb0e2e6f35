package org.readingroom.desktop.film;

import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.print.FilmPrinter;

/// Where a film can go.
sealed interface FilmTarget {
    /// A PDF file.
    record File() implements FilmTarget {}

    /// A printer of the system.
    record Paper(String printer) implements FilmTarget {}

    /// A DICOM film printer.
    record Film(FilmPrinter printer) implements FilmTarget {}

    default ExportPlace place() {
        return switch (this) {
            case File file -> ExportPlace.FILE;
            case Paper paper -> ExportPlace.PRINTER;
            case Film film -> ExportPlace.FILM;
        };
    }
}
