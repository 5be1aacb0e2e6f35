package org.readingroom.report.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// Who may ask which kind of source for suggestions, and for which examination (clauses D2, D3, D5, D9), from a
/// versioned rule file.
// [impl->req~report.suggest.rules~1]
public final class SuggestionRules {
    /// **Source:** 《人工智能辅助诊断技术管理规范》 二(三): at least two physicians of at least five years.
    static final int YEARS = 5;

    private static final int PHYSICIANS = 2;

    private final String version;
    private final int physicians;
    private final int physiciansYears;
    private final boolean isRegistrationAsked;
    private final Map<SourceKind, KindRule> kinds = new EnumMap<>(SourceKind.class);
    private final Map<String, SourceKind> known = new java.util.HashMap<>();
    private final Set<String> off = new HashSet<>();

    private SuggestionRules(JsonNode file) {
        version = file.path("version").asText();
        physicians = file.path("physicians").path("count").asInt(PHYSICIANS);
        physiciansYears = file.path("physicians").path("years").asInt(YEARS);
        isRegistrationAsked = file.path("modelNeedsRegistration").asBoolean(true);
        for (SourceKind kind : SourceKind.values()) {
            kinds.put(kind, KindRule.of(file.path("kinds").path(kind.name())));
        }
        file.path("sources")
                .properties()
                .forEach(entry -> known.put(
                        entry.getKey(), SourceKind.valueOf(entry.getValue().asText())));
        file.path("off").forEach(source -> off.add(source.asText()));
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put together wrongly.
    public static SuggestionRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/suggest-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of suggestions is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of suggestions cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. What it leaves out is read as the stricter choice.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    public static SuggestionRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.suggestion-rules")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of suggestions");
        }
        try {
            return new SuggestionRules(file);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of suggestions names an unknown role or kind", e);
        }
    }

    public String version() {
        return version;
    }

    /// How many physicians sign a report that [#isReviewed], each with [#physiciansYears] years of practice.
    public int physicians() {
        return physicians;
    }

    public int physiciansYears() {
        return physiciansYears;
    }

    /// Whether what was used in a report asks for that many physicians. A source that the file does not know counts as
    /// a
    /// model.
    public boolean isReviewed(SuggestionUse use) {
        return use.used().stream()
                .map(used -> known.getOrDefault(used.trace().source(), SourceKind.MODEL))
                .anyMatch(kind -> rule(kind).isReviewed());
    }

    /// Why a person of `roles` may not use `card` for this examination; empty when they may. `years` of practice are
    /// empty when nobody wrote them down, which counts as none. `isClinical` is false in a home where everything is
    /// invented.
    public Optional<UseRefusal> refusal(
            SourceCard card,
            Set<AuthorRole> roles,
            OptionalInt years,
            StudyIdentity study,
            ReportLanguage language,
            boolean isClinical) {
        KindRule rule = rule(card.kind());
        if (off.contains(card.id())) {
            return Optional.of(UseRefusal.of("off"));
        }
        if (isClinical
                && isRegistrationAsked
                && card.kind() == SourceKind.MODEL
                && card.registration().isBlank()) {
            return Optional.of(UseRefusal.of("unregistered"));
        }
        if (Collections.disjoint(rule.roles(), roles)) {
            return Optional.of(UseRefusal.of("role"));
        }
        if (years.orElse(0) < rule.years()) {
            return Optional.of(
                    years.isEmpty()
                            ? UseRefusal.of("years-unknown", rule.years())
                            : UseRefusal.of("years", rule.years(), years.getAsInt()));
        }
        return card.indication().covers(study, language) ? Optional.empty() : Optional.of(UseRefusal.of("indication"));
    }

    private KindRule rule(SourceKind kind) {
        KindRule rule = kinds.get(kind);
        return rule == null ? new KindRule(Set.of(), YEARS, true) : rule;
    }
}
