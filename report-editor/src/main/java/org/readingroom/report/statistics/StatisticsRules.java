package org.readingroom.report.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.assets.Messages;

/// Who may look at statistics, and how soon reports are to be there: one versioned rule file.
///
/// `roles` are names of roles of the home, as `SENIOR`. The first of `limits` that is for a report holds
/// for it.
public record StatisticsRules(String version, Set<String> roles, List<ReadingLimit> limits) {
    public StatisticsRules {
        roles = Set.copyOf(roles);
        limits = List.copyOf(limits);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together
    /// wrongly.
    public static StatisticsRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/statistics-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of statistics is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of statistics cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. A role that it does not name may not look.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    // [impl->req~report.statistics.rules~1]
    public static StatisticsRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.statistics-rules")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of statistics");
        }
        try {
            List<ReadingLimit> limits = new ArrayList<>();
            for (JsonNode limit : file.path("limits")) {
                if (!limit.path("minutes").isIntegralNumber()) {
                    throw new IOException("a limit of statistics without whole minutes");
                }
                limits.add(new ReadingLimit(
                        Urgency.valueOf(limit.path("urgency").asText()),
                        texts(limit.path("modalities")),
                        Duration.ofMinutes(limit.path("minutes").asLong()),
                        limit.path("temporaryCounts").asBoolean(false)));
            }
            return new StatisticsRules(file.path("version").asText(), texts(file.path("roles")), limits);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of statistics names an unknown urgency or an impossible limit", e);
        }
    }

    public boolean mayLook(Set<String> who) {
        return !Collections.disjoint(roles, who);
    }

    Optional<ReadingLimit> limit(ReportFact fact) {
        return limits.stream().filter(limit -> limit.isFor(fact)).findFirst();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
