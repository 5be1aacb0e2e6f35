package org.readingroom.report.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.template.BodyPart;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

class SuggestionRulesTest {
    private static final Set<AuthorRole> SENIOR = Set.of(AuthorRole.SENIOR);

    private static SourceCard card(SourceKind kind, String registration, Indication indication) {
        return new SourceCard("source", "1", kind, registration, indication, "name", "uses", "limits");
    }

    private static String refused(
            SuggestionRules rules, SourceCard card, Set<AuthorRole> roles, int years, boolean isClinical) {
        return rules.refusal(
                        card,
                        roles,
                        years < 0 ? OptionalInt.empty() : OptionalInt.of(years),
                        SampleReports.study(Sex.FEMALE),
                        ReportLanguage.CHINESE,
                        isClinical)
                .map(UseRefusal::ruleId)
                .orElse("");
    }

    private static SuggestionRules rules(String json) throws IOException {
        return SuggestionRules.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    // [utest->req~report.suggest.rules~1]
    @Test
    void aModelAsksForFiveYearsARoleAndInClinicalUseARegistration() {
        SuggestionRules rules = SuggestionRules.shipped();
        SourceCard registered = card(SourceKind.MODEL, "国械注准20263000001", Indication.ANY);
        assertEquals("", refused(rules, registered, SENIOR, 5, true));
        assertEquals("years", refused(rules, registered, SENIOR, 4, true));
        assertEquals("years-unknown", refused(rules, registered, SENIOR, -1, true), "unknown years are none");
        assertEquals("role", refused(rules, registered, Set.of(AuthorRole.TRAINEE), 9, true));
        SourceCard bare = card(SourceKind.MODEL, " ", Indication.ANY);
        assertEquals("unregistered", refused(rules, bare, SENIOR, 9, true));
        assertEquals("", refused(rules, bare, SENIOR, 9, false), "a demo home may try it");
        SourceCard counts = card(SourceKind.STATISTICS, "", Indication.ANY);
        assertEquals("", refused(rules, counts, Set.of(AuthorRole.TRAINEE), -1, true));
    }

    // [utest->req~report.suggest.rules~1]
    @Test
    void outsideItsIndicationASourceIsBlocked() {
        SuggestionRules rules = SuggestionRules.shipped();
        assertEquals(
                "indication",
                refused(
                        rules,
                        card(SourceKind.RULES, "", new Indication(Set.of("MG"), Set.of(), Set.of())),
                        SENIOR,
                        9,
                        true));
        assertEquals(
                "indication",
                refused(
                        rules,
                        card(SourceKind.RULES, "", new Indication(Set.of(), Set.of(BodyPart.HEAD), Set.of())),
                        SENIOR,
                        9,
                        true));
        Indication chestCt = new Indication(Set.of("CT"), Set.of(BodyPart.CHEST), Set.of(ReportLanguage.CHINESE));
        assertEquals("", refused(rules, card(SourceKind.RULES, "", chestCt), SENIOR, 9, true));
        assertEquals(
                "indication",
                refused(
                        rules,
                        card(SourceKind.RULES, "", new Indication(Set.of(), Set.of(), Set.of(ReportLanguage.ENGLISH))),
                        SENIOR,
                        9,
                        true));
    }

    // [utest->req~report.suggest.rules~1]
    @Test
    void whatAFileLeavesOutIsTheStricterChoiceAndWhatIsNoneIsRefused() throws IOException {
        String head = "{\"format\":\"readingroom.suggestion-rules\",\"formatVersion\":1,\"version\":\"v\"";
        SuggestionRules bare = rules(head + "}");
        assertEquals(2, bare.physicians());
        assertEquals(5, bare.physiciansYears());
        assertEquals("role", refused(bare, card(SourceKind.RULES, "", Indication.ANY), SENIOR, 30, false));
        SuggestionRules off = rules(head + ",\"off\":[\"source\"],\"kinds\":{\"RULES\":{\"roles\":[\"SENIOR\"]}}}");
        assertEquals("off", refused(off, card(SourceKind.RULES, "", Indication.ANY), SENIOR, 30, false));
        assertThrows(IOException.class, () -> rules("{}"));
        assertThrows(IOException.class, () -> rules(head + ",\"kinds\":{\"RULES\":{\"roles\":[\"KING\"]}}}"));
        assertThrows(IOException.class, () -> rules("not json"));
    }

    // [utest->req~report.suggest.use~1]
    @Test
    void aReportWithOneSuggestedSentenceAsksForTwoPhysicians() throws IOException {
        SuggestionRules rules = SuggestionRules.shipped();
        var plain = SampleReports.chestCt();
        assertFalse(SuggestionUse.of(plain).isAny());
        assertFalse(rules.isReviewed(SuggestionUse.of(plain)));
        ReportSentence suggested = ReportSentence.of("随访。", SentenceOrigin.HUMAN)
                .withSuggestion(new SuggestionTrace(
                        "suggest-archive", "1", "随访。", SuggestionTrace.Act.ACCEPTED, 0, List.of("r1")));
        var used = SuggestionUse.of(plain.with(SampleReports.section(SectionKind.IMPRESSION, suggested)));
        assertEquals(SectionKind.IMPRESSION, used.used().getFirst().section());
        assertTrue(rules.isReviewed(used));
        String head = "{\"format\":\"readingroom.suggestion-rules\",\"formatVersion\":1,\"version\":\"v\",";
        String lenient = "\"kinds\":{\"STATISTICS\":{\"reviewed\":false}}";
        assertFalse(rules(head + lenient + ",\"sources\":{\"suggest-archive\":\"STATISTICS\"}}")
                .isReviewed(used));
        assertTrue(rules(head + lenient + "}").isReviewed(used), "an unknown source counts as a model");
    }
}
