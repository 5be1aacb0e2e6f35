package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;

/// The rule files fit together.
// [utest->req~report.check.phrases~1]
class CheckFilesTest {
    @Test
    void everyCheckHasAWeightAndWordsInBothLanguages() {
        var weights = RuleFiles.read("checks-1.json", "readingroom.check-rules").path("severity");
        List<String> seeded = new SeededSet().kinds();
        for (String kind : seeded) {
            assertTrue(weights.has(kind), kind);
        }
        weights.fieldNames().forEachRemaining(id -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                String key = "report.check." + id;
                assertFalse(Messages.of(locale).get(key, "a", "b").equals(key), id + " in " + locale);
            }
        });
    }

    @Test
    void whatAPhraseRuleNamesHasAWeight() {
        var weights = RuleFiles.read("checks-1.json", "readingroom.check-rules").path("severity");
        RuleFiles.each(
                RuleFiles.read("check-phrases-1.json", "readingroom.check-phrases")
                        .path("rules"),
                rule -> assertTrue(weights.has(rule.path("id").asText()), rule.toString()));
    }

    @Test
    void placesThatAreNamedExist() {
        CheckWords words = CheckWords.shipped();
        var unknown = new TreeSet<String>();
        var file = RuleFiles.read("check-words-1.json", "readingroom.check-words");
        for (String part : List.of("organs", "concepts")) {
            RuleFiles.each(file.path(part), node -> {
                String named =
                        node.path(part.equals("organs") ? "parent" : "organ").asText();
                if (!named.isEmpty() && words.find(named).isEmpty()) {
                    unknown.add(named);
                }
            });
        }
        assertEquals(new TreeSet<String>(), unknown);
    }

    /// A warning that ends only by what it asks for, as telling the ward, cannot be let stand by a reason.
    @Test
    void anUntoldCriticalValueStandsUntilItIsTold() {
        CheckRules rules = CheckRules.shipped();
        assertFalse(rules.isOverrulable(warning("critical.untold")));
        assertTrue(rules.isOverrulable(warning("typo")));
    }

    private static CheckResult warning(String id) {
        return new CheckResult(id, CheckSeverity.WARNING, "report.check." + id, List.of(), null, null, null);
    }
}
