package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How much each check weighs, from one versioned rule file.
public final class CheckRules {
    private final String version;
    private final Map<String, CheckSeverity> severities;

    private final Set<String> overrulable;

    private CheckRules(String version, Map<String, CheckSeverity> severities, Set<String> overrulable) {
        this.version = version;
        this.severities = Map.copyOf(severities);
        this.overrulable = Set.copyOf(overrulable);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put
    /// together wrongly.
    public static CheckRules shipped() {
        JsonNode file = RuleFiles.read("checks-1.json", "readingroom.check-rules");
        Map<String, CheckSeverity> severities = new HashMap<>();
        file.path("severity")
                .properties()
                .forEach(entry -> severities.put(
                        entry.getKey(), CheckSeverity.valueOf(entry.getValue().asText())));
        Set<String> overrulable = new HashSet<>();
        file.path("overrule").forEach(node -> overrulable.add(node.asText()));
        return new CheckRules(file.path("version").asText(), severities, overrulable);
    }

    public String version() {
        return version;
    }

    /// What the file does not name blocks: a forgotten line must not let a report pass.
    CheckSeverity severity(String checkId) {
        return severities.getOrDefault(checkId, CheckSeverity.BLOCKING);
    }

    /// True when a person may let it stand with a reason: every warning, and what blocks only where the file names it.
    public boolean isOverrulable(CheckResult result) {
        return result.severity() == CheckSeverity.WARNING || overrulable.contains(result.checkId());
    }
}
