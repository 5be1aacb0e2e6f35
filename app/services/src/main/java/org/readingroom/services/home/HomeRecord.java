package org.readingroom.services.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;

/// What `home.json` says, which is read before anything else in a home is touched.
record HomeRecord(int format, String id, boolean isDemo, Instant created) {
    /// Raised when older programs must keep their hands off the whole folder.
    static final int FORMAT = 1;

    private static final String FILE = "home.json";
    private static final String UNFINISHED = FILE + ".next";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static HomeRecord create(boolean isDemo, Instant now) {
        return new HomeRecord(FORMAT, UUID.randomUUID().toString(), isDemo, now);
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// True for what a first start leaves in the folder before there is a record.
    static boolean isBeginning(Path file) {
        return file.endsWith(UNFINISHED) || file.endsWith("lock");
    }

    // [impl->req~home.newer-refused~1]
    static HomeRecord read(Path folder) throws WorkstationException {
        JsonNode node;
        try {
            node = MAPPER.readTree(Files.readAllBytes(folder.resolve(FILE)));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw broken(folder, e);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
        int format = node == null ? 0 : node.path("format").asInt(0);
        if (format < 1) {
            throw broken(folder, null);
        }
        if (format > FORMAT) {
            throw new HomeException("services.home.newer", List.of(format, FORMAT), "home format " + format, null);
        }
        try {
            return new HomeRecord(
                    format,
                    node.path("id").asText(),
                    node.path("demo").asBoolean(false),
                    Instant.parse(node.path("created").asText("1970-01-01T00:00:00Z")));
        } catch (DateTimeParseException e) {
            throw broken(folder, e);
        }
    }

    void write(Path folder) throws StoreException {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", format).put("id", id).put("demo", isDemo).put("created", created.toString());
        Path next = folder.resolve(UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(node));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
        try {
            Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    private static HomeException broken(Path folder, @org.jspecify.annotations.Nullable Throwable cause) {
        return new HomeException(
                "services.home.record-broken", List.of(folder.toString()), "home.json is not readable", cause);
    }
}
