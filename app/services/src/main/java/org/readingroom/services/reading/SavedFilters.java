package org.readingroom.services.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The views on the list that one person keeps, sealed in the home.
///
/// ```
/// filters.<user>   sealed: [{"name", "text", "chip"}, …]   in the person's order
/// ```
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~worklist.saved-filters~1]
public final class SavedFilters {
    private static final Logger LOG = LoggerFactory.getLogger(SavedFilters.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Database documents;
    private final Seal seal;
    private final String key;

    public SavedFilters(Database documents, Seal seal, String userId) {
        this.documents = documents;
        this.seal = seal;
        this.key = "filters." + userId;
    }

    /// In the order in which they were kept. What cannot be read is forgotten: it is nothing to stop for.
    public List<SavedFilter> all() throws WorkstationException {
        Optional<byte[]> sealed = documents.read(t -> HomeTable.get(t, key));
        List<SavedFilter> filters = new ArrayList<>();
        if (sealed.isEmpty()) {
            return List.of();
        }
        try {
            for (JsonNode node : MAPPER.readTree(seal.open(sealed.get(), context()))) {
                filters.add(new SavedFilter(
                        node.path("name").asText(),
                        node.path("text").asText(),
                        node.path("chip").asText()));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "kept filters cannot be read and are forgotten: {}",
                    e.getClass().getName());
        }
        return List.copyOf(filters);
    }

    public void keep(List<SavedFilter> filters) throws WorkstationException {
        ArrayNode array = MAPPER.createArrayNode();
        filters.forEach(filter -> array.addObject()
                .put("name", filter.name())
                .put("text", filter.text())
                .put("chip", filter.chip()));
        byte[] sealed = seal.seal(bytes(array), context());
        documents.write(t -> {
            HomeTable.put(t, key, sealed);
            return true;
        });
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    private SealContext context() {
        return new SealContext("home", "value", key);
    }
}
