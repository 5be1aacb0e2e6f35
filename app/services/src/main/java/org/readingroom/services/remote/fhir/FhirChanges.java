package org.readingroom.services.remote.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpRequest.Field;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// What became of the orders of a server since a cursor.
///
/// Tasks are followed by their history where the server has one, else by `_lastUpdated`; since that does not show
/// deletions, such a server is heard in whole from time to time. What stands around a Task is followed too: that
/// pictures are there is said by an ImagingStudy, long after the Task.
// [impl->req~ris.changes~1]
final class FhirChanges {
    static final String OPEN = "requested,received,accepted,ready,in-progress,on-hold";
    /// chosen: an order that was deleted at a server without a history stays in the list for at most this long.
    static final Duration WHOLE_AGAIN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 64;
    private static final List<String> AROUND =
            List.of("ServiceRequest", "ImagingStudy", "Encounter", "Flag", "Patient");

    private final FhirLink link;
    private final String place;
    private final List<Field> only;
    private final FhirMerges merges;
    private final Duration wholeAgain;
    private @Nullable FhirAbilities abilities;
    private @Nullable Long wholeNanos;

    /// `only` narrows which Tasks are orders to be read, such as `code`.
    FhirChanges(FhirLink link, String base, List<Field> only, Duration wholeAgain) {
        this.wholeAgain = wholeAgain;
        this.link = link;
        this.place = FhirCursor.place(base);
        this.only = List.copyOf(only);
        this.merges = new FhirMerges(link);
    }

    synchronized OrderChanges since(String text, Progress progress) throws WorkstationException {
        if (abilities == null) {
            abilities = FhirAbilities.of(link);
        }
        FhirCursor cursor = FhirCursor.read(text, place).orElse(null);
        if (cursor == null || !abilities.hasTaskHistory() && isWholeDue()) {
            return whole(progress);
        }
        String since = cursor.from();
        Set<String> touched = new LinkedHashSet<>();
        FhirCursor next = cursor.upTo(FhirCursor.time(touched(since, touched, progress)));
        Map<String, JsonNode> tasks = new LinkedHashMap<>();
        keep(tasks, inParts("_id", touched, only));
        Set<String> gone = new LinkedHashSet<>(touched);
        gone.removeAll(tasks.keySet());
        Around around = around(since, progress);
        List<Field> open = and(only, new Field("status", OPEN));
        keep(tasks, inParts("focus", around.requests, open));
        keep(tasks, inParts("patient", around.patients, open));
        return new OrderChanges(
                FhirOrders.of(link, tasks.values()),
                List.copyOf(gone),
                next.write(),
                false,
                merges.of(around.changedPatients));
    }

    private boolean isWholeDue() {
        return wholeNanos == null || System.nanoTime() - wholeNanos >= wholeAgain.toNanos();
    }

    private OrderChanges whole(Progress progress) throws WorkstationException {
        List<Field> query = and(only, new Field("status", OPEN), new Field("_count", "200"));
        FhirLink.Found found = link.bundle("Task", query, progress);
        Instant now = FhirCursor.time(found);
        wholeNanos = System.nanoTime();
        List<JsonNode> tasks = found.entries().stream()
                .map(entry -> entry.path("resource"))
                .filter(FhirChanges::isOpen)
                .toList();
        // Nothing was said of the time: it is heard in whole again.
        String cursor = now == null ? "" : new FhirCursor(now, place).write();
        return new OrderChanges(FhirOrders.of(link, tasks), List.of(), cursor, true, List.of());
    }

    /// A server that drops a question it does not understand answers with closed ones too.
    private static boolean isOpen(JsonNode task) {
        return task.path("resourceType").asText().equals("Task")
                && List.of(OPEN.split(",")).contains(task.path("status").asText());
    }

    /// Collects the ids of Tasks that were written or deleted, and returns the answer they are from.
    private FhirLink.Found touched(String since, Set<String> ids, Progress progress) throws WorkstationException {
        if (abilities != null && abilities.hasTaskHistory()) {
            try {
                List<Field> query = List.of(new Field("_since", since), new Field("_count", "200"));
                FhirLink.Found found = link.bundle("Task/_history", query, progress);
                for (JsonNode entry : found.entries()) {
                    String id = historyId(entry);
                    if (!id.isEmpty()) {
                        ids.add(id);
                    }
                }
                return found;
            } catch (RisException e) {
                if (e.fault() != ServerFault.REFUSED && e.fault() != ServerFault.MISSING) {
                    throw e;
                }
                // It said it had one.
                abilities = new FhirAbilities(false, abilities.hasTransactions());
            }
        }
        FhirLink.Found found = link.bundle(
                "Task", and(only, new Field("_lastUpdated", "ge" + since), new Field("_count", "200")), progress);
        for (JsonNode entry : found.entries()) {
            if (entry.at("/resource/resourceType").asText().equals("Task")) {
                ids.add(entry.at("/resource/id").asText());
            }
        }
        return found;
    }

    /// Entries of deletions have no resource, only the address that was deleted.
    private static String historyId(JsonNode entry) {
        String id = entry.at("/resource/id").asText();
        String name = id.isEmpty()
                ? FhirReferences.relative(
                        entry.at("/request/url").asText(entry.path("fullUrl").asText()))
                : "Task/" + id;
        return FhirReferences.isOf(name, "Task") ? FhirReferences.id(name) : "";
    }

    private record Around(Set<String> requests, Set<String> patients, List<JsonNode> changedPatients) {}

    private Around around(String since, Progress progress) throws WorkstationException {
        Around around = new Around(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        for (String type : AROUND) {
            List<Field> query = List.of(new Field("_lastUpdated", "ge" + since), new Field("_count", "200"));
            for (JsonNode resource : link.search(type, query, progress)) {
                String name = FhirReferences.ofResource(resource);
                switch (type) {
                    case "ServiceRequest" -> around.requests.add(name);
                    case "ImagingStudy" -> around.requests.addAll(FhirReferences.all(resource.path("basedOn")));
                    case "Patient" -> {
                        around.patients.add(name);
                        around.changedPatients.add(resource);
                    }
                    default -> around.patients.addAll(FhirReferences.all(resource.path("subject")));
                }
            }
        }
        return around;
    }

    private List<JsonNode> inParts(String parameter, Collection<String> values, List<Field> more)
            throws WorkstationException {
        List<JsonNode> found = new ArrayList<>();
        List<String> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            String part = String.join(",", all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            found.addAll(link.search(
                    "Task", and(more, new Field(parameter, part), new Field("_count", "200")), Progress.IGNORED));
        }
        return found;
    }

    private static void keep(Map<String, JsonNode> tasks, List<JsonNode> found) {
        found.forEach(task -> tasks.put(task.path("id").asText(), task));
    }

    private static List<Field> and(List<Field> fields, Field... more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(List.of(more));
        return all;
    }
}
