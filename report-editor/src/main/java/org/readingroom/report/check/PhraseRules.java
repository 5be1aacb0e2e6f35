package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Rules that name words which must not stand in a report under their conditions.
final class PhraseRules {
    /// `words` is what `rule` found.
    record Hit(Rule rule, String words) {}

    /// A condition that is empty, or below zero, is none. Ages are in years. `onceInReport` holds the rule back where
    /// another sentence says the same words beside those of `unless`.
    record Rule(
            String id,
            Pattern pattern,
            @Nullable Pattern unless,
            int youngest,
            int oldest,
            String sex,
            Set<String> modalities,
            String contrast,
            Set<String> sections,
            boolean onceInReport) {
        /// A condition of which nothing is known does not hold.
        boolean applies(CheckContext context) {
            var study = context.report().study();
            boolean ofSex = sex.isEmpty() || sex.equals(study.patient().sex().name());
            boolean ofModality = modalities.isEmpty() || modalities.contains(study.modality());
            boolean ofContrast = contrast.isEmpty()
                    || contrast.equals(context.facts().images().contrast().name());
            return ofSex && ofModality && ofContrast && ofAge(context);
        }

        boolean isSaved(String text) {
            return unless != null && unless.matcher(text).find();
        }

        private boolean ofAge(CheckContext context) {
            if (youngest < 0 && oldest < 0) {
                return true;
            }
            LocalDate born = context.report().study().patient().birthDate();
            var taken = context.report().study().studyTime();
            LocalDate day = taken == null ? context.facts().today() : taken.toLocalDate();
            if (born == null || day == null || born.isAfter(day)) {
                return false;
            }
            int age = Period.between(born, day).getYears();
            return (youngest < 0 || age >= youngest) && (oldest < 0 || age <= oldest);
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    PhraseRules(JsonNode file) {
        RuleFiles.each(file.path("rules"), node -> {
            String unless = node.path("unless").asText();
            rules.add(new Rule(
                    node.path("id").asText(),
                    pattern(node.path("pattern").asText()),
                    unless.isEmpty() ? null : pattern(unless),
                    node.path("youngest").asInt(-1),
                    node.path("oldest").asInt(-1),
                    node.path("sex").asText(),
                    texts(node.path("modalities")),
                    node.path("contrast").asText(),
                    texts(node.path("sections")),
                    node.path("onceInReport").asBoolean()));
        });
    }

    static PhraseRules shipped() {
        return new PhraseRules(RuleFiles.read("check-phrases-1.json", "readingroom.check-phrases"));
    }

    /// What the rules find in `text`, whatever the circumstances; once for each rule.
    List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern.matcher(text);
            if (matcher.find() && !rule.isSaved(text)) {
                hits.add(new Hit(rule, matcher.group().strip()));
            }
        }
        return hits;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return Set.copyOf(texts);
    }
}
