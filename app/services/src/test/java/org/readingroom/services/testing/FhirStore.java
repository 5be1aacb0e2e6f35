package org.readingroom.services.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The resources of a [FhirDouble] with every version they ever had.
final class FhirStore {
    /// `body` is null for a deletion.
    record Version(
            String type,
            String id,
            int number,
            Instant at,
            String method,
            @Nullable ObjectNode body) {
        String name() {
            return type + "/" + id;
        }

        String etag() {
            return "W/\"" + number + "\"";
        }
    }

    private final InstantSource clock;
    private List<Version> log = new ArrayList<>();
    private Map<String, Version> current = new LinkedHashMap<>();
    private int nextId = 1000;

    FhirStore(InstantSource clock) {
        this.clock = clock;
    }

    /// Everything as it is, to go back to when a transaction fails.
    Runnable mark() {
        List<Version> logThen = new ArrayList<>(log);
        Map<String, Version> currentThen = new LinkedHashMap<>(current);
        return () -> {
            log = logThen;
            current = currentThen;
        };
    }

    String newId() {
        return Integer.toString(nextId++);
    }

    Optional<Version> find(String type, String id) {
        return Optional.ofNullable(current.get(type + "/" + id));
    }

    Optional<Version> find(String type, String id, int number) {
        return log.stream()
                .filter(v -> v.type.equals(type) && v.id.equals(id) && v.number == number)
                .findFirst();
    }

    /// What is there now of `type`, oldest change first.
    List<Version> all(String type) {
        return log.stream()
                .filter(v -> v.type.equals(type) && v.body != null && current.get(v.name()) == v)
                .toList();
    }

    /// Newest first; every type and every id when empty.
    List<Version> history(String type, String id, Instant since) {
        return log.reversed().stream()
                .filter(v -> (type.isEmpty() || v.type.equals(type)) && (id.isEmpty() || v.id.equals(id)))
                .filter(v -> !v.at.isBefore(since))
                .toList();
    }

    /// An update with equal content makes no new version, as HAPI has it.
    Version save(String type, String id, ObjectNode content) {
        Version before = current.get(type + "/" + id);
        ObjectNode body = content.deepCopy();
        body.put("resourceType", type);
        body.put("id", id);
        ObjectNode meta = body.withObject("/meta");
        meta.remove(List.of("versionId", "lastUpdated"));
        if (before != null && before.body != null) {
            ObjectNode old = before.body.deepCopy();
            old.withObject("/meta").remove(List.of("versionId", "lastUpdated"));
            if (old.equals(body)) {
                return before;
            }
        }
        int number = before == null ? 1 : before.number + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        meta.put("versionId", Integer.toString(number));
        meta.put("lastUpdated", at.toString());
        return keep(new Version(type, id, number, at, before == null ? "POST" : "PUT", body));
    }

    Version delete(Version before) {
        return keep(new Version(
                before.type,
                before.id,
                before.number + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "DELETE",
                null));
    }

    private Version keep(Version version) {
        log.add(version);
        current.put(version.name(), version);
        return version;
    }
}
