package org.readingroom.services.reading;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where words go that the database does not take: one file a draft, in the first place that can be written.
///
/// The words are sealed as in the database, so a file tells nothing to who finds it, and needs no key to be made from
/// a row of a damaged database:
///
/// ```
/// { "report": "…", "study": "keyed digest", "baseVersion": 0, "author": "…", "saved": 1772442000000, "body": "…" }
/// ```
///
/// **Thread:** any but `fx`; blocks.
// [impl->req~report.draft.rescued~1]
public final class DraftRescue {
    private static final Logger LOG = LoggerFactory.getLogger(DraftRescue.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_BYTES = 64L << 20; // chosen: far above any report

    private final List<Path> places;

    /// In the home, then in `elsewhere`, which may lie on another disk.
    public DraftRescue(Path home, Path elsewhere, String homeId) {
        this.places = List.of(home.resolve("rescue"), elsewhere.resolve(homeId));
    }

    /// Whether `fault` of a save says that its words are in a place of rescue.
    public static boolean isKept(Exception fault) {
        return fault instanceof WorkstationException told && told.messageKey().equals("services.report.rescued");
    }

    /// A rescued draft and its file.
    public record Found(DraftTable.Row row, Path file) {}

    /// Keeps a draft; an earlier file of the same report is replaced. Nothing when no place takes it.
    public Optional<Path> keep(DraftTable.Row row) {
        byte[] json = write(row);
        for (Path place : places) {
            try {
                Path file = place.resolve(name(row.report()));
                Path fresh = file.resolveSibling(file.getFileName() + ".part");
                Files.createDirectories(place);
                Files.write(fresh, json);
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return Optional.of(file);
            } catch (IOException e) {
                LOG.warn("a place of rescue takes no draft: {}", e.getClass().getSimpleName());
            }
        }
        return Optional.empty();
    }

    /// All rescued drafts. A file that is none is left alone.
    public List<Found> all() throws StoreException {
        List<Found> found = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    read(file).ifPresent(row -> found.add(new Found(row, file)));
                }
            } catch (IOException e) {
                throw StoreException.of(e);
            }
        }
        return List.copyOf(found);
    }

    /// The words are in the database again.
    public void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("a rescued draft stays: {}", e.getClass().getSimpleName());
        }
    }

    /// The words of `report` are in the database.
    public void forget(String report) {
        places.forEach(place -> forget(place.resolve(name(report))));
    }

    /// Of the same length and harmless letters for any id.
    private static String name(String report) {
        return "draft-" + UUID.nameUUIDFromBytes(report.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    private static byte[] write(DraftTable.Row row) {
        try {
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .put("report", row.report())
                    .put("study", HexFormat.of().formatHex(row.study()))
                    .put("baseVersion", row.baseVersion())
                    .put("author", row.author())
                    .put("saved", row.saved())
                    .put("body", row.body()));
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of JSON that cannot be written", e);
        }
    }

    private static Optional<DraftTable.Row> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
            return Optional.of(new DraftTable.Row(
                    node.required("report").asText(),
                    HexFormat.of().parseHex(node.required("study").asText()),
                    node.required("baseVersion").asInt(),
                    node.required("author").asText(),
                    node.required("saved").asLong(),
                    node.required("body").binaryValue()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a file of rescue cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
