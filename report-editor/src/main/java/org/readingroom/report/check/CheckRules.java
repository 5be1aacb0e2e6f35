package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How much each check weighs, from one versioned rule file.
public final class CheckRules {
    private final String version;
    private final Map<String, CheckSeverity> severities;
    private final Set<String> overrulable;
    private final Set<String> standing;

    private CheckRules(
            String version, Map<String, CheckSeverity> severities, Set<String> overrulable, Set<String> standing) {
        this.version = version;
        this.severities = Map.copyOf(severities);
        this.overrulable = Set.copyOf(overrulable);
        this.standing = Set.copyOf(standing);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put
    /// together wrongly.
    public static CheckRules shipped() {
        return of(RuleFiles.read("checks-1.json", "readingroom.check-rules"));
    }

    /// A hospital's own rule file.
    ///
    /// **Errors:** [IOException] when it is none.
    public static CheckRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.check-rules")) {
            throw new IOException("not a rule file of checks");
        }
        try {
            return of(file);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of checks names an unknown weight", e);
        }
    }

    private static CheckRules of(JsonNode file) {
        Map<String, CheckSeverity> severities = new HashMap<>();
        file.path("severity")
                .properties()
                .forEach(entry -> severities.put(
                        entry.getKey(), CheckSeverity.valueOf(entry.getValue().asText())));
        return new CheckRules(file.path("version").asText(), severities, ids(file, "overrule"), ids(file, "stands"));
    }

    private static Set<String> ids(JsonNode file, String list) {
        Set<String> ids = new HashSet<>();
        file.path(list).forEach(node -> ids.add(node.asText()));
        return ids;
    }

    public String version() {
        return version;
    }

    /// What the file does not name blocks: a forgotten line must not let a report pass.
    CheckSeverity severity(String checkId) {
        return severities.getOrDefault(checkId, CheckSeverity.BLOCKING);
    }

    /// True when a person may let it stand with a reason: every warning but those that end only by what they ask for,
    /// and what blocks only where the file names it.
    public boolean isOverrulable(CheckResult result) {
        return result.severity() == CheckSeverity.WARNING
                ? !standing.contains(result.checkId())
                : overrulable.contains(result.checkId());
    }
}
