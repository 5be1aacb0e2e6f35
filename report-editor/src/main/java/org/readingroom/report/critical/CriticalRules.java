package org.readingroom.report.critical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.AuthorRole;

/// Who may do what in a loop, and when it counts as late: the policy of one versioned rule file.
///
/// `near` is how long before its limit a clock shows itself; entered later than `backfillAfter`, an event is marked.
/// `untold` weighs a report that is signed while the ward has not been told.
public record CriticalRules(
        String version,
        Map<CriticalKind, Set<AuthorRole>> roles,
        Set<AuthorRole> spokenVerification,
        boolean mayVerifyOwn,
        Duration near,
        Duration backfillAfter,
        List<Escalation> escalations,
        CheckSeverity untold) {
    /// Somebody to be called in, `after` a limit has passed.
    public record Escalation(Duration after, String zh, String en) {}

    public CriticalRules {
        roles = Map.copyOf(roles);
        spokenVerification = Set.copyOf(spokenVerification);
        escalations = List.copyOf(escalations);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together wrongly.
    public static CriticalRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/critical-acts-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of critical values is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of critical values cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. An act that it does not name is nobody's.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    public static CriticalRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.critical-acts")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of critical values");
        }
        try {
            Map<CriticalKind, Set<AuthorRole>> roles = new EnumMap<>(CriticalKind.class);
            for (Map.Entry<String, JsonNode> act : file.path("acts").properties()) {
                roles.put(CriticalKind.valueOf(act.getKey()), roles(act.getValue()));
            }
            List<Escalation> escalations = new ArrayList<>();
            for (JsonNode each : file.path("escalation")) {
                escalations.add(new Escalation(
                        seconds(each, "afterSeconds"),
                        each.at("/to/zh").asText(),
                        each.at("/to/en").asText()));
            }
            return new CriticalRules(
                    file.path("version").asText(),
                    roles,
                    roles(file.path("spokenVerification")),
                    file.path("discovererMayVerify").asBoolean(false),
                    seconds(file, "nearSeconds"),
                    seconds(file, "backfillAfterSeconds"),
                    escalations,
                    CheckSeverity.valueOf(file.path("signingUntold").asText(CheckSeverity.BLOCKING.name())));
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of critical values names an unknown act or role", e);
        }
    }

    boolean mayDo(CriticalKind kind, Set<AuthorRole> who) {
        return who.stream().anyMatch(roles.getOrDefault(kind, Set.of())::contains);
    }

    private static Set<AuthorRole> roles(JsonNode list) {
        Set<AuthorRole> roles = new HashSet<>();
        list.forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
        return Set.copyOf(roles);
    }

    private static Duration seconds(JsonNode node, String name) throws IOException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            throw new IOException("rule file of critical values without a whole number of " + name);
        }
        return Duration.ofSeconds(value.asLong());
    }
}
