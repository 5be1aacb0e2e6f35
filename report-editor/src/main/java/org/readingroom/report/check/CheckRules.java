package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.readingroom.assets.Messages;

/// How much each check weighs, from one versioned rule file.
public final class CheckRules {
    private final String version;
    private final Map<String, CheckSeverity> severities;

    private CheckRules(String version, Map<String, CheckSeverity> severities) {
        this.version = version;
        this.severities = Map.copyOf(severities);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put
    /// together wrongly.
    public static CheckRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/checks-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of the checks is missing");
            }
            JsonNode file = JsonMapper.builder().build().readTree(stream);
            Map<String, CheckSeverity> severities = new HashMap<>();
            file.path("severity")
                    .properties()
                    .forEach(entry -> severities.put(
                            entry.getKey(),
                            CheckSeverity.valueOf(entry.getValue().asText())));
            return new CheckRules(file.path("version").asText(), severities);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of the checks cannot be read", e);
        }
    }

    public String version() {
        return version;
    }

    /// What the file does not name blocks: a forgotten line must not let a report pass.
    CheckSeverity severity(String checkId) {
        return severities.getOrDefault(checkId, CheckSeverity.BLOCKING);
    }
}
