package org.readingroom.report.research;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase.State;
import org.readingroom.report.workflow.Refusal;

/// Who may enter, approve and export a research project (clauses F11, G24), from one versioned rule file.
///
/// `leastGroup` is the size of group below which patients are warned of.
// [impl->req~report.research.approved~1]
public record ResearchRules(
        String version, Map<Kind, Set<AuthorRole>> roles, boolean approverMayBeEnterer, int leastGroup) {
    /// chosen: what is printed on one page of an ethics approval.
    private static final int MOST_LETTERS = 200;

    public ResearchRules {
        roles = Map.copyOf(roles);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together
    /// wrongly.
    public static ResearchRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/research-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of research is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of research cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. What it leaves out is nobody's, or the stricter choice.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    public static ResearchRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.research-rules")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of research");
        }
        try {
            Map<Kind, Set<AuthorRole>> roles = new EnumMap<>(Kind.class);
            for (Map.Entry<String, JsonNode> act : file.path("acts").properties()) {
                Set<AuthorRole> who = EnumSet.noneOf(AuthorRole.class);
                act.getValue().forEach(role -> who.add(AuthorRole.valueOf(role.asText())));
                roles.put(Kind.valueOf(act.getKey()), Set.copyOf(who));
            }
            return new ResearchRules(
                    file.path("version").asText(),
                    roles,
                    file.path("approverMayBeEnterer").asBoolean(false),
                    Math.max(2, file.path("leastGroup").asInt(5)));
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of research names an unknown act or role", e);
        }
    }

    public boolean mayDo(Kind kind, Author who) {
        return !Collections.disjoint(roles.getOrDefault(kind, Set.of()), who.roles());
    }

    /// Why `project` may not be entered; empty when it may.
    public List<Refusal> refusals(ResearchProject project, ResearchFields fields, Author who, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (!mayDo(Kind.ENTERED, who)) {
            refusals.add(refusal("role"));
        }
        if (project.title().isEmpty()
                || project.ethics().isEmpty()
                || project.committee().isEmpty()) {
            refusals.add(refusal("incomplete"));
        }
        if (project.title().length()
                        + project.ethics().length()
                        + project.committee().length()
                > 3 * MOST_LETTERS) {
            refusals.add(refusal("too-long"));
        }
        if (project.from().isAfter(project.to())) {
            refusals.add(refusal("period"));
        }
        if (today.isAfter(project.validUntil())) {
            refusals.add(refusal("expired"));
        }
        if (project.fields().isEmpty()) {
            refusals.add(refusal("no-fields"));
        }
        project.fields().stream()
                .filter(id -> fields.find(id).filter(field -> !field.isNever()).isEmpty())
                .findFirst()
                .ifPresent(id -> refusals.add(refusal("field", id)));
        return List.copyOf(refusals);
    }

    /// Why `kind` may not be done about `of` now; empty when it may.
    public List<Refusal> refusals(Kind kind, ResearchCase of, Author who, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        State state = of.state(today);
        if (!mayDo(kind, who)) {
            refusals.add(refusal("role"));
        }
        boolean isDeciding = kind == Kind.APPROVED || kind == Kind.REFUSED;
        boolean isOwn = of.acts().getFirst().userId().equals(who.userId());
        if (isDeciding && isOwn && !approverMayBeEnterer) {
            refusals.add(refusal("own"));
        }
        if (isDeciding && state == State.EXPIRED || kind == Kind.EXPORTED && state == State.EXPIRED) {
            refusals.add(refusal("expired"));
        } else if (isDeciding && state != State.WAITING
                || kind == Kind.WITHDRAWN && (state == State.REFUSED || state == State.WITHDRAWN)) {
            refusals.add(refusal("decided"));
        } else if (kind == Kind.EXPORTED && state != State.APPROVED) {
            refusals.add(refusal("unapproved"));
        }
        return List.copyOf(refusals);
    }

    private static Refusal refusal(String reason, Object... arguments) {
        return new Refusal("research-" + reason, "report.research.rule." + reason, List.of(arguments));
    }
}
