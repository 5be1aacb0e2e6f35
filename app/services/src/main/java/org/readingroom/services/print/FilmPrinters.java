package org.readingroom.services.print;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;

/// The film printers of a home, kept in `printers.json`: names and addresses, nothing of any patient.
///
/// **Thread:** any but `fx`; blocks.
// [impl->req~film.printers~1]
public final class FilmPrinters {
    private static final String FILE = "printers.json";
    private static final int MOST_BYTES = 1 << 20; // chosen: a thousand printers
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    public FilmPrinters(Path home) {
        this.file = home.resolve(FILE);
    }

    /// **Errors:** `services.print.printers-broken` for a file that is none of ours.
    public List<FilmPrinter> list() throws WorkstationException {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw broken();
            }
            List<FilmPrinter> printers = new ArrayList<>();
            for (JsonNode each : MAPPER.readTree(Files.readAllBytes(file)).path("printers")) {
                printers.add(PrinterJson.read(each));
            }
            return List.copyOf(printers);
        } catch (JacksonException | IllegalArgumentException e) {
            throw broken();
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    /// Whole or not at all.
    public void keep(List<FilmPrinter> printers) throws WorkstationException {
        ArrayNode all = MAPPER.createArrayNode();
        printers.forEach(printer -> all.add(PrinterJson.write(printer)));
        Path fresh = file.resolveSibling(FILE + ".part");
        try {
            Files.write(
                    fresh, MAPPER.writeValueAsBytes(MAPPER.createObjectNode().set("printers", all)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    private PrintException broken() {
        return new PrintException("services.print.printers-broken", List.of(file.toString()));
    }
}
