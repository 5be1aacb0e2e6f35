package org.readingroom.report.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

class DigestTest {
    private static final String ME = "resident";

    private static ReportSentence said(String id, String text) {
        return new ReportSentence(new SentenceId(id), text, SentenceOrigin.HUMAN, List.of(), List.of(), List.of());
    }

    private static Instant at(int version) {
        return Instant.parse("2026-11-2" + version + "T08:00:00Z");
    }

    private static RedlineVersion version(int number, String who, Stage stage, Section... sections) {
        Report report = new Report(
                new ReportId("r"), SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE, "", List.of(sections));
        return new RedlineVersion(report, new RedlineAct(number, stage, who, "医师 " + who, at(number), ""));
    }

    private static RedlineVersion marked(RedlineVersion version, Polarity mark) {
        return new RedlineVersion(version.report().withConclusion(mark), version.act());
    }

    private static Section findings(ReportSentence... sentences) {
        return new Section(SectionKind.FINDINGS, List.of(sentences));
    }

    private static Section impression(ReportSentence... sentences) {
        return new Section(SectionKind.IMPRESSION, List.of(sentences));
    }

    /// A trainee's words, what the radiologist made of them, and what the senior did.
    private static final List<RedlineVersion> COURSE = List.of(
            version(
                    1,
                    ME,
                    Stage.TRAINEE,
                    findings(
                            said("1", "左侧胸腔积液。"),
                            said("2", "右肺上叶见结节，直径8 mm。"),
                            said("3", "未见肿大淋巴结。"),
                            said("4", "骨质完整。")),
                    impression(said("i", "左侧胸腔积液。"))),
            version(
                    2,
                    "radiologist",
                    Stage.PRIMARY,
                    findings(
                            said("1", "右侧胸腔积液。"),
                            said("2", "右肺上叶见结节，直径6 mm。"),
                            said("3", "见肿大淋巴结。"),
                            said("5", "建议3个月后复查。")),
                    impression(said("i", "右侧胸腔积液。"))),
            version(
                    3,
                    "senior",
                    Stage.REVIEW,
                    findings(
                            said("1", "右侧胸腔积液。"),
                            said("2", "右肺上叶见结节，直径8 mm。"),
                            said("3", "见肿大淋巴结。"),
                            said("5", "建议3个月后复查。"),
                            said("6", "脾大。")),
                    impression(said("i", "右侧胸腔积液。"))));

    /// By hand: the side in sentence 1 and in the impression; the negation in 3; 4 is gone; 5, an advice, and 6 came.
    /// The number in 2 was changed and changed back.
    // [utest->req~report.digest.kinds~1]
    @Test
    void whatBecameOfTheTraineesWordsIsCountedByKind() {
        Digest digest = Digest.of(ME, List.of(COURSE), Instant.EPOCH, 0);
        assertEquals(
                Map.of(
                        ChangeKind.SIDE, 2,
                        ChangeKind.NEGATION, 1,
                        ChangeKind.REMOVED, 1,
                        ChangeKind.ADDED, 2,
                        ChangeKind.ADVICE, 1,
                        ChangeKind.IMPRESSION, 1),
                digest.counts());
        DigestEntry entry = digest.entries().getFirst();
        assertEquals(6, entry.changes().size());
        assertEquals(
                List.of("senior", "radiologist"),
                entry.makers().stream().map(RedlineAct::userId).toList());
        assertEquals(at(3), entry.newest());
        assertEquals(List.of(0, 2), List.of(entry.first(), entry.last()));
        assertEquals(
                1,
                entry.changes().stream()
                        .filter(change -> change.act().userId().equals("senior"))
                        .count(),
                "the senior added the spleen");
    }

    // [utest->req~report.digest.kinds~1]
    @Test
    void onlyWhatWasSignedInThePeriodCounts() {
        assertEquals(
                Map.of(ChangeKind.ADDED, 1),
                Digest.of(ME, List.of(COURSE), at(3), 0).counts());
        assertEquals(
                List.of(),
                Digest.of(ME, List.of(COURSE), at(3).plusMillis(1), 0).entries());
    }

    /// The radiologist's own words are those of the primary report: the number in 2, and 6 came.
    // [utest->req~report.digest.kinds~1]
    @Test
    void eachSeesWhatBecameOfTheirOwnWords() {
        assertEquals(
                Map.of(ChangeKind.NUMBER, 1, ChangeKind.ADDED, 1),
                Digest.of("radiologist", List.of(COURSE), Instant.EPOCH, 0).counts());
        assertEquals(
                List.of(),
                Digest.of("senior", List.of(COURSE), Instant.EPOCH, 0).entries(),
                "whose words nobody changed");
        assertEquals(
                List.of(),
                Digest.of("stranger", List.of(COURSE), Instant.EPOCH, 0).entries());
    }

    // [utest->req~report.digest.kinds~1]
    @Test
    void whatThePersonOrAnotherTraineeChangedIsNoCorrection() {
        List<RedlineVersion> versions = List.of(
                version(1, ME, Stage.TRAINEE, findings(said("1", "左侧胸腔积液。"), said("2", "骨质完整。"))),
                version(2, ME, Stage.TRAINEE, findings(said("1", "右侧胸腔积液。"), said("2", "骨质完整。"))),
                version(3, "other", Stage.TRAINEE, findings(said("1", "右侧胸腔积液。"), said("2", "骨质未见破坏。"))),
                version(4, "senior", Stage.PRIMARY, findings(said("1", "右侧胸腔大量积液。"), said("2", "骨质未见破坏。"))));
        DigestEntry entry = DigestEntry.of(ME, versions, Instant.EPOCH).orElseThrow();
        assertEquals(Map.of(ChangeKind.WORDING, 1), entry.counts());
        assertEquals(List.of(1, 3), List.of(entry.first(), entry.last()), "from the person's last words on");
        assertEquals(Optional.empty(), DigestEntry.of(ME, versions.subList(0, 3), Instant.EPOCH));
    }

    // [utest->req~report.digest.kinds~1]
    @Test
    void anOpinionChangesNobodysWordsAndAnAddendumAdds() {
        Section own = findings(said("1", "左侧胸腔积液。"));
        List<RedlineVersion> versions = List.of(
                version(1, ME, Stage.PRIMARY, own),
                version(
                        2,
                        "asked",
                        Stage.CONSULTATION,
                        own,
                        new Section(SectionKind.CONSULTATION, List.of(said("c", "同意。")))));
        assertEquals(Optional.empty(), DigestEntry.of(ME, versions, Instant.EPOCH));
        List<RedlineVersion> addendum = List.of(
                versions.getFirst(),
                version(2, "senior", Stage.REVIEW, own),
                version(
                        3,
                        "senior",
                        Stage.ADDENDUM,
                        own,
                        new Section(SectionKind.ADDENDUM, List.of(said("a", "另见肝囊肿。")))));
        assertEquals(
                Map.of(ChangeKind.ADDED, 1),
                DigestEntry.of(ME, addendum, Instant.EPOCH).orElseThrow().counts());
    }

    // [utest->req~report.digest.kinds~1]
    @Test
    void aMarkThatWasTurnedIsToldAndOneThatWasMissingIsNot() {
        RedlineVersion own = version(1, ME, Stage.TRAINEE, findings(said("1", "左侧胸腔积液。")));
        RedlineVersion other = version(2, "radiologist", Stage.PRIMARY, findings(said("1", "左侧胸腔积液。")));
        RedlineVersion senior = version(3, "senior", Stage.REVIEW, findings(said("1", "左侧胸腔积液。")));
        List<RedlineVersion> turned = List.of(
                marked(own, Polarity.NEGATIVE), marked(other, Polarity.POSITIVE), marked(senior, Polarity.POSITIVE));
        Digest digest = Digest.of(ME, List.of(turned), Instant.EPOCH, 0);
        assertEquals(1, digest.marks());
        assertEquals(
                "radiologist", digest.entries().getFirst().marks().getFirst().userId());
        assertEquals(
                Optional.empty(), DigestEntry.of(ME, List.of(own, marked(other, Polarity.POSITIVE)), Instant.EPOCH));
    }
}
