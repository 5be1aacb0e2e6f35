package org.readingroom.services.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.Peer;
import org.readingroom.viewer.film.PageSize;

/// A film printer as JSON.
final class PrinterJson {
    private PrinterJson() {}

    static ObjectNode write(FilmPrinter printer) {
        FilmChoices choices = printer.choices();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", printer.name())
                .put("aeTitle", printer.peer().aeTitle().value())
                .put("host", printer.peer().host())
                .put("port", printer.peer().port())
                .put("callingAe", printer.callingAe().value())
                .put("tls", printer.isEncrypted())
                .put("trust", printer.trust())
                .put("colour", printer.isColour())
                .put("bits", printer.bits())
                .put("mediumType", choices.mediumType())
                .put("destination", choices.destination())
                .put("magnification", choices.magnification())
                .put("minDensity", choices.minDensity())
                .put("maxDensity", choices.maxDensity())
                .put("reversed", choices.isReversed())
                .put("trimmed", choices.isTrimmed());
        ArrayNode sizes = node.putArray("sizes");
        printer.sizes().forEach(size -> sizes.add(size.filmSizeId()));
        return node;
    }

    /// **Errors:** [IllegalArgumentException] for what is no printer.
    static FilmPrinter read(JsonNode node) {
        List<PageSize> sizes = new ArrayList<>();
        node.path("sizes").forEach(size -> PageSize.ofFilmSizeId(size.asText()).ifPresent(sizes::add));
        return new FilmPrinter(
                node.path("name").asText(),
                new Peer(
                        new AeTitle(node.path("aeTitle").asText()),
                        node.path("host").asText(),
                        node.path("port").asInt()),
                new AeTitle(node.path("callingAe").asText(AeTitle.OURS.value())),
                node.path("tls").asBoolean(),
                node.path("trust").asText(),
                node.path("colour").asBoolean(),
                node.path("bits").asInt(8),
                sizes,
                new FilmChoices(
                        1,
                        node.path("mediumType").asText(),
                        node.path("destination").asText(),
                        node.path("magnification").asText(),
                        node.path("minDensity").asInt(),
                        node.path("maxDensity").asInt(),
                        node.path("reversed").asBoolean(),
                        node.path("trimmed").asBoolean()));
    }
}
