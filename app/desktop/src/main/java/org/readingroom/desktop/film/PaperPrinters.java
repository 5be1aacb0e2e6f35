package org.readingroom.desktop.film;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;

/// The printers of the system, which take pages as PDF and print them unscaled.
///
/// **Thread:** any but FX; blocks.
public interface PaperPrinters {
    /// Their names; empty when there are none.
    List<String> names();

    /// The one the person uses by habit.
    Optional<String> preferred();

    /// Hands `pdf` over to a printer; what becomes of it there is the system's to say.
    ///
    /// **Errors:** `desktop.film.paper-refused`, `desktop.film.no-printer`; `desktop.film.film-on-paper`.
    void print(String printer, byte[] pdf, PageSize size, int copies) throws WorkstationException;

    /// Refuses a size that no paper has: the printer would cut it off.
    static void onPaperOnly(String printer, PageSize size) throws WorkstationException {
        if (size.medium() == PageSize.Medium.FILM) {
            throw new WorkstationException(
                    "desktop.film.film-on-paper", List.of(printer, size.label()), "a size of film on paper", null);
        }
    }

    /// CUPS where its commands are there (Linux, macOS), else the printers Java knows.
    static PaperPrinters ofSystem() {
        return CupsPrinters.find().map(PaperPrinters.class::cast).orElseGet(JavaPrinters::new);
    }
}
