package org.readingroom.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.readingroom.report.model.Side;

/// The words that the checks know: organs, what may be wrong with them, sides, and how a sentence denies.
final class CheckWords {
    /// A part of the body. `parent` is the larger one it belongs to, else empty; `sex` is empty where both have it.
    record Organ(String id, String parent, boolean isSided, boolean isLimb, String sex, List<String> removal) {}

    /// Something that may be seen. Two things that share one of `families` are the same thing in other words; those of
    /// `also` it may turn out to be. One that `mustBeConcluded` has to come back in the impression; one that
    /// `isVague` only describes, as a shadow or a signal does.
    record Concept(
            String id,
            List<String> families,
            List<String> also,
            boolean mustBeConcluded,
            boolean isVague,
            String organ) {
        boolean isSame(Concept other) {
            return families.stream().anyMatch(other.families::contains);
        }

        /// True when one may be the description of the other.
        boolean isRelated(Concept other) {
            return isSame(other)
                    || also.stream().anyMatch(other.families::contains)
                    || other.also.stream().anyMatch(families::contains);
        }
    }

    /// What a number after one of its words can be. `unit` is UCUM.
    record Range(String unit, double min, double max) {}

    /// A part of the body that examinations are named after; `codes` are values of Body Part Examined.
    record Part(String id, List<String> words, List<String> codes) {}

    private final Map<String, Organ> organs = new HashMap<>();
    final WordTrie<Object> trie = new WordTrie<>();
    final WordTrie<Range> ranges = new WordTrie<>();
    final List<Part> parts = new ArrayList<>();
    final Map<String, Organ> removals = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final TellingWords shared;
    private final JsonNode file;
    final Pattern deny;
    final Pattern denyBefore;
    final Pattern normal;
    final Pattern elsewhere;

    private CheckWords(JsonNode file) {
        this.file = file;
        shared = new TellingWords(pattern("commonplace"));
        deny = pattern("deny");
        denyBefore = pattern("denyBefore");
        normal = pattern("normal");
        elsewhere = pattern("elsewhere");
        RuleFiles.each(file.path("organs"), this::organ);
        RuleFiles.each(file.path("concepts"), node -> {
            Concept concept = new Concept(
                    node.path("id").asText(),
                    List.copyOf(RuleFiles.spaced(node.path("families"))),
                    List.copyOf(RuleFiles.spaced(node.path("also"))),
                    node.path("conclude").asBoolean(),
                    node.path("vague").asBoolean(),
                    node.path("organ").asText());
            RuleFiles.words(node.path("words")).forEach(word -> trie.put(lower(word), concept));
        });
        RuleFiles.each(file.path("ranges"), node -> {
            Range range = new Range(
                    node.path("unit").asText(),
                    node.path("min").asDouble(),
                    node.path("max").asDouble());
            RuleFiles.words(node.path("words")).forEach(word -> ranges.put(lower(word), range));
        });
        RuleFiles.each(
                file.path("parts"),
                node -> parts.add(new Part(
                        node.path("id").asText(),
                        RuleFiles.words(node.path("words")),
                        RuleFiles.words(node.path("codes")))));
        RuleFiles.each(
                file.path("regions"),
                node -> RuleFiles.spaced(node.path("organs"))
                        .forEach(organ -> regions.put(organ, node.path("id").asText())));
        RuleFiles.words(file.path("noConcept")).forEach(word -> trie.put(lower(word), ""));
        List.of("左", "left", "left-sided").forEach(word -> trie.put(word, Side.LEFT));
        List.of("右", "right", "right-sided").forEach(word -> trie.put(word, Side.RIGHT));
        List.of("双", "两侧", "双侧", "bilateral", "both").forEach(word -> trie.put(word, Side.BOTH));
        // directions and chambers, which are no side of the patient
        List.of("左右", "左心", "右心", "左前斜", "右前斜", "左房", "右房", "左室", "右室").forEach(word -> trie.put(word, ""));
    }

    static CheckWords shipped() {
        return new CheckWords(RuleFiles.read("check-words-1.json", "readingroom.check-words"));
    }

    Pattern pattern(String name) {
        return Pattern.compile(file.path(name).asText(), Pattern.CASE_INSENSITIVE);
    }

    Optional<Organ> find(String id) {
        return Optional.ofNullable(organs.get(id));
    }

    /// True when `part` is `whole` or lies in it.
    boolean isWithin(Organ part, Organ whole) {
        return part.equals(whole) || part.parent().equals(whole.id());
    }

    /// True when both may be the same place.
    boolean isNear(Organ one, Organ other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    /// True when two different ones lie in one region, such as lung and pleura; two lobes of one lung are two places.
    boolean isSameRegion(List<Organ> some, List<Organ> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> isSameRegion(one, other)));
    }

    private boolean isSameRegion(Organ one, Organ other) {
        String region = regions.getOrDefault(one.id(), "");
        return !region.isEmpty()
                && region.equals(regions.get(other.id()))
                && !whole(one).equals(whole(other));
    }

    private static String whole(Organ organ) {
        return organ.parent().isEmpty() ? organ.id() : organ.parent();
    }

    /// True when both texts have a word in common that is no word of every report.
    boolean shareWords(String one, String other) {
        return !Collections.disjoint(shared.of(one), shared.of(other));
    }

    private void organ(JsonNode node) {
        Organ organ = new Organ(
                node.path("id").asText(),
                node.path("parent").asText(),
                node.path("sided").asBoolean(),
                node.path("limb").asBoolean(),
                node.path("sex").asText(),
                RuleFiles.words(node.path("removal")));
        organs.put(organ.id(), organ);
        RuleFiles.words(node.path("words")).forEach(word -> trie.put(lower(word), organ));
        organ.removal().forEach(word -> removals.put(lower(word), organ));
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }
}
