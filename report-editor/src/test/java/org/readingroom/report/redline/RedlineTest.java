package org.readingroom.report.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.redline.SentenceChange.Aspect;
import org.readingroom.report.redline.SentenceChange.Kind;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

class RedlineTest {
    private static ReportSentence said(String id, String text, EvidenceAnchor... anchors) {
        return new ReportSentence(
                new SentenceId(id), text, SentenceOrigin.HUMAN, List.of(anchors), List.of(), List.of());
    }

    private static RedlineVersion version(int number, String who, ReportSentence... findings) {
        return version(number, who, List.of(findings), List.of());
    }

    private static RedlineVersion version(
            int number, String who, List<ReportSentence> findings, List<ReportSentence> impression) {
        Report report = new Report(
                new ReportId("r"),
                SampleReports.study(Sex.FEMALE),
                ReportLanguage.CHINESE,
                "",
                List.of(new Section(SectionKind.FINDINGS, findings), new Section(SectionKind.IMPRESSION, impression)));
        Stage stage = Stage.values()[number - 1];
        Instant when = Instant.parse("2026-11-20T0" + number + ":00:00Z");
        return new RedlineVersion(report, new RedlineAct(number, stage, who, who, when, number == 3 ? "漏报" : ""));
    }

    private static List<SentenceChange> findings(Redline redline) {
        return redline.sections().get(SectionKind.FINDINGS.ordinal()).changes();
    }

    // [utest->req~report.redline.sentences~1]
    @Test
    void sentencesArePairedByIdThenByTheirWords() {
        Redline redline = Redline.of(List.of(
                version(1, "a", said("1", "左肺上叶见结节，直径8 mm。"), said("2", "纵隔淋巴结未见肿大。")),
                version(2, "b", said("1", "双肺纹理增多。"), said("9", "纵隔淋巴结见肿大。"), said("3", "肝脏正常。"))));
        List<SentenceChange> changes = findings(redline);
        assertEquals(
                List.of(Kind.CHANGED, Kind.CHANGED, Kind.ADDED),
                changes.stream().map(SentenceChange::kind).toList());
        assertEquals("2", changes.get(1).before().id().value());
        assertEquals("9", changes.get(1).after().id().value());
    }

    // [utest->req~report.redline.sentences~1]
    @Test
    void aMovedSentenceStandsWhereItWasAndWhereItIs() {
        ReportSentence one = said("1", "心脏不大。");
        ReportSentence two = said("2", "左侧胸腔积液。");
        ReportSentence three = said("3", "肋骨完整。");
        Redline redline = Redline.of(List.of(version(1, "a", one, two, three), version(2, "b", two, three, one)));
        assertEquals(
                List.of(Kind.MOVED_AWAY, Kind.SAME, Kind.SAME, Kind.MOVED_HERE),
                findings(redline).stream().map(SentenceChange::kind).toList());
        assertEquals(Set.of(ChangeKind.MOVED), ChangeKind.of(findings(redline).getLast()));
        assertEquals(Set.of(), ChangeKind.of(findings(redline).getFirst()), "told once");
    }

    // [utest->req~report.redline.sentences~1]
    @Test
    void eachChangeNamesWhoMadeItLast() {
        RedlineVersion first = version(1, "trainee", said("1", "左肺结节。"), said("2", "心脏不大。"), said("3", "肝脏正常。"));
        RedlineVersion second = version(2, "primary", said("1", "右肺结节。"), said("2", "心脏不大。"), said("3", "肝脏正常。"));
        RedlineVersion third = version(3, "senior", said("1", "右肺结节。"), said("2", "心脏增大。"), said("4", "肋骨骨折。"));
        List<SentenceChange> changes = findings(Redline.of(List.of(first, second, third)));
        assertEquals(
                List.of("primary", "senior", "senior", "senior"),
                changes.stream().map(change -> change.act().who()).toList());
        assertEquals("漏报", changes.get(1).act().reason());
        assertEquals(
                Instant.parse("2026-11-20T02:00:00Z"), changes.getFirst().act().when());
    }

    // [utest->req~report.redline.sentences~1]
    @Test
    void changesOfOriginEvidenceAndMeasurementAreChanges() {
        ReportSentence bare = said("1", "结节。");
        ReportSentence bound = new ReportSentence(
                bare.id(),
                "结节。",
                SentenceOrigin.TEMPLATE,
                List.of(SampleReports.ANCHOR),
                List.of(SampleReports.LENGTH),
                List.of());
        Redline redline = Redline.of(List.of(version(1, "a", bare), version(2, "b", bound)));
        SentenceChange change = redline.changes().getFirst();
        assertEquals(Set.of(Aspect.ORIGIN, Aspect.EVIDENCE, Aspect.MEASUREMENT), change.aspects());
        assertEquals(Set.of(ChangeKind.EVIDENCE), ChangeKind.of(change));
        List<String> said = new RedlineWords(Messages.of(Locale.ENGLISH), ZoneOffset.UTC).evidence(change);
        assertTrue(said.getFirst().contains("frame 4"), said::toString);
        assertTrue(said.getFirst().contains("-600") && said.getFirst().contains("1500"), said::toString);
        assertTrue(said.get(1).contains("8.3 mm"), said::toString);
    }

    // [utest->req~report.redline.sentences~1]
    @Test
    void theWholeOfASectionIsGivenBackWhateverWasDoneToIt() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<ReportSentence> before = new ArrayList<>();
            for (int i = 0; i < random.nextInt(7); i++) {
                before.add(said("s" + i, words(random)));
            }
            List<ReportSentence> after = new ArrayList<>(before);
            after.removeIf(one -> random.nextInt(4) == 0);
            after.replaceAll(one -> random.nextInt(3) == 0 ? one.withText(words(random)) : one);
            for (int i = 0; i < random.nextInt(3); i++) {
                after.add(random.nextInt(after.size() + 1), said("n" + i, words(random)));
            }
            if (random.nextBoolean()) {
                Collections.shuffle(after, random);
            }
            Redline redline = Redline.of(List.of(
                    version(1, "a", before.toArray(ReportSentence[]::new)),
                    version(2, "b", after.toArray(ReportSentence[]::new))));
            List<Piece> script = new ArrayList<>();
            for (SentenceChange change : findings(redline)) {
                if (change.kind() == Kind.MOVED_HERE) {
                    script.add(new Piece(Piece.Act.ADDED, change.after().text()));
                } else {
                    script.addAll(change.pieces());
                }
            }
            String old = redline.before().report().text(SectionKind.FINDINGS);
            assertEquals(
                    redline.after().report().text(SectionKind.FINDINGS),
                    WordDiffPropertyTest.applied(old, script),
                    "seed " + seed);
        }
    }

    private static String words(Random random) {
        List<String> parts = List.of("左肺", "右肺", "结节", "8 mm", "未见", "肿大", "心脏");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text + (random.nextBoolean() ? "。" : "。\n");
    }

    // [utest->req~report.redline.kinds~1]
    @Test
    void kindsAreTold() {
        assertEquals(Set.of(ChangeKind.SIDE), kinds("左肺结节。", "右肺结节。"));
        assertEquals(Set.of(ChangeKind.NUMBER), kinds("结节直径8 mm。", "结节直径8 cm。"));
        assertEquals(Set.of(ChangeKind.NEGATION), kinds("淋巴结肿大。", "淋巴结未见肿大。"));
        assertEquals(
                Set.of(ChangeKind.SIDE, ChangeKind.NUMBER), kinds("Left nodule of 8 mm.", "Right nodule of 18 mm."));
        assertEquals(Set.of(ChangeKind.WORDING), kinds("结节边界清楚。", "结节边界清晰。"));
        assertEquals(Set.of(ChangeKind.WORDING, ChangeKind.ADVICE), kinds("建议随访结节。", "建议复查结节。"));
        assertEquals(Set.of(), kinds("左肺结节。", "左肺结节。 "), "white space is nobody's change");
    }

    // [utest->req~report.redline.kinds~1]
    @Test
    void whatIsInTheImpressionIsSaidToBe() {
        Redline redline = Redline.of(List.of(
                version(1, "a", List.of(), List.of(said("1", "左肺结节。"))),
                version(2, "b", List.of(), List.of(said("1", "左肺结节。"), said("2", "建议3个月后复查。")))));
        assertEquals(
                Set.of(ChangeKind.ADDED, ChangeKind.IMPRESSION, ChangeKind.ADVICE),
                ChangeKind.of(redline.changes().getFirst()));
    }

    private static Set<ChangeKind> kinds(String before, String after) {
        Redline redline = Redline.of(List.of(version(1, "a", said("1", before)), version(2, "b", said("1", after))));
        return ChangeKind.of(findings(redline).getFirst());
    }

    // [utest->req~report.redline.export~1]
    @Test
    void textAndPageSayTheSameAndNothingInThemIsMarkup() {
        RedlineVersion before = version(1, "a", said("1", "左肺结节<script>。"));
        RedlineVersion after = version(2, "b & c", said("1", "右肺结节<script>。"));
        after = new RedlineVersion(after.report().withConclusion(Polarity.POSITIVE), after.act());
        Messages messages = Messages.of(Locale.SIMPLIFIED_CHINESE);
        RedlineText text =
                new RedlineText(Redline.of(List.of(before, after)), new RedlineWords(messages, ZoneOffset.UTC));
        assertTrue(text.plain().contains("[-左肺-]{+右肺+}结节<script>。"), text.plain());
        assertTrue(text.plain().contains("2026-11-20 02:00"), text.plain());
        assertTrue(text.plain().contains("阳性"), text.plain());
        assertTrue(text.html().contains("<del>左肺</del><ins>右肺</ins>结节&lt;script&gt;。"), text.html());
        assertTrue(text.html().contains("b &amp; c"), text.html());
        assertFalse(text.html().contains("<script"), text.html());
    }

    @Test
    void versionsOfTwoReportsAreRefused() {
        RedlineVersion one = version(1, "a");
        Report other = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        assertThrows(IllegalArgumentException.class, () -> Redline.of(List.of(one)));
        assertThrows(
                IllegalArgumentException.class, () -> Redline.of(List.of(one, new RedlineVersion(other, one.act()))));
    }
}
