package org.readingroom.services.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.Peer;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;

/// The list of printers survives, and what is no list is left alone.
class FilmPrintersTest {
    @TempDir
    private Path home;

    // [utest->req~film.printers~1]
    @Test
    void printersAreReadBackAsTheyWereKept() throws Exception {
        FilmPrinter printer = new FilmPrinter(
                "胶片 1",
                Peer.of("FILM_1", "film.example", 11112),
                new AeTitle("ROOM 3"),
                true,
                "/etc/certs/film.pem",
                true,
                12,
                List.of(PageSize.FILM_14X17, PageSize.A4),
                new FilmChoices(1, "BLUE FILM", "PROCESSOR", "CUBIC", 20, 310, true, true));
        FilmPrinters printers = new FilmPrinters(home);
        assertEquals(List.of(), printers.list());
        printers.keep(List.of(printer));
        assertEquals(List.of(printer), new FilmPrinters(home).list());
    }

    @Test
    void aFileThatIsNoListIsNamedAndLeft() throws Exception {
        for (String text : List.of("{", "{\"printers\":[{\"name\":\"x\",\"port\":-1}]}", "\u0000")) {
            Files.writeString(home.resolve("printers.json"), text);
            WorkstationException fault = assertThrows(WorkstationException.class, () -> new FilmPrinters(home).list());
            assertEquals("services.print.printers-broken", fault.messageKey());
            assertEquals(text, Files.readString(home.resolve("printers.json")));
        }
    }
}
