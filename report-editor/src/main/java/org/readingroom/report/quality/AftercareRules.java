package org.readingroom.report.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.AuthorRole;

/// Who may say whether the diagnosis of a report held, from one versioned rule file.
// [impl->req~report.aftercare.rules~1]
public record AftercareRules(String version, Set<AuthorRole> comparedBy) {
    public AftercareRules {
        comparedBy = Set.copyOf(comparedBy);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together wrongly.
    public static AftercareRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/aftercare-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of aftercare is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of aftercare cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. Whom it leaves out may not.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    public static AftercareRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.aftercare-rules")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of aftercare");
        }
        try {
            Set<AuthorRole> who = EnumSet.noneOf(AuthorRole.class);
            file.path("comparedBy").forEach(role -> who.add(AuthorRole.valueOf(role.asText())));
            return new AftercareRules(file.path("version").asText(), who);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of aftercare names an unknown role", e);
        }
    }

    public boolean mayCompare(Set<AuthorRole> roles) {
        return !Collections.disjoint(comparedBy, roles);
    }
}
