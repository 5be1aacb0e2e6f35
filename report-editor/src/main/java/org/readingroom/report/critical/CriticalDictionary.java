package org.readingroom.report.critical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.StudyIdentity;

/// The critical values of a hospital, kept by its quality group (clause C2), with a version.
///
/// **Order:** as in the file; the last one is [CriticalEntry#OTHER], for what no entry names.
// [impl->req~report.critical.dictionary~1]
public record CriticalDictionary(String version, List<CriticalEntry> entries) {
    public CriticalDictionary {
        entries = List.copyOf(entries);
        Set<String> ids = new HashSet<>();
        for (CriticalEntry entry : entries) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException("two critical values are called " + entry.id());
            }
        }
        if (entries.isEmpty() || !entries.getLast().id().equals(CriticalEntry.OTHER)) {
            throw new IllegalArgumentException("a dictionary of critical values ends with the entry other");
        }
    }

    /// The dictionary that ships with the program, an example for the hospital's own.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together wrongly.
    public static CriticalDictionary shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/critical-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("dictionary of critical values is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("dictionary of critical values cannot be read", e);
        }
    }

    /// Reads a hospital's own dictionary.
    ///
    /// **Errors:** [IOException] when it is none of a version we know, or an entry lacks a name or a clock.
    public static CriticalDictionary read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.critical-values")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a dictionary of critical values");
        }
        try {
            List<CriticalEntry> entries = new ArrayList<>();
            for (JsonNode each : file.path("entries")) {
                entries.add(entry(each, file.path("limits")));
            }
            return new CriticalDictionary(file.path("version").asText(), entries);
        } catch (IllegalArgumentException e) {
            throw new IOException("dictionary of critical values: " + e.getMessage(), e);
        }
    }

    public Optional<CriticalEntry> entry(String id) {
        return entries.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// What `words` may be under, the likeliest first; the last one is always [CriticalEntry#OTHER].
    ///
    /// The longer the words that were recognised, the likelier; what the study's modality or body part speaks
    /// against comes after what they allow. Denied words, such as 未见气胸, are not recognised.
    public List<CriticalEntry> propose(String words, StudyIdentity study) {
        record Scored(CriticalEntry entry, int score) {}
        List<CriticalEntry> proposed = new ArrayList<>(entries.stream()
                .filter(entry -> !entry.id().equals(CriticalEntry.OTHER))
                .map(entry -> new Scored(entry, CriticalMatch.score(entry, words, study)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .map(Scored::entry)
                .toList());
        proposed.add(entries.getLast());
        return List.copyOf(proposed);
    }

    private static CriticalEntry entry(JsonNode node, JsonNode usual) throws IOException {
        String id = node.path("id").asText();
        String zh = node.path("zh").asText();
        String en = node.path("en").asText();
        if (id.isBlank() || zh.isBlank() || en.isBlank()) {
            throw new IOException("a critical value without an id or a name: " + id);
        }
        JsonNode own = node.path("limits");
        return new CriticalEntry(
                id,
                zh,
                en,
                Set.copyOf(texts(node.path("modalities"))),
                texts(node.path("bodyParts")),
                texts(node.path("words")),
                new CriticalLimits(
                        minutes(own, usual, "notifiedMinutes"),
                        minutes(own, usual, "acknowledgedMinutes"),
                        minutes(own, usual, "handledMinutes")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Duration minutes(JsonNode own, JsonNode usual, String name) throws IOException {
        JsonNode value = own.has(name) ? own.path(name) : usual.path(name);
        if (!value.isIntegralNumber()) {
            throw new IOException("a critical value without a whole number of " + name);
        }
        return Duration.ofMinutes(value.asLong());
    }
}
