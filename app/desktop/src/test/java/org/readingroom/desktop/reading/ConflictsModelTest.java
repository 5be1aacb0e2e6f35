package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.reading.ConflictsModel.Choice;
import org.readingroom.report.merge.MergeConflict;
import org.readingroom.report.merge.ReportMerge;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

class ConflictsModelTest {
    private static final ReportSentence NODULE = ReportSentence.of("Nodule of 8 mm. ", SentenceOrigin.HUMAN);
    private static final ReportSentence LIVER = ReportSentence.of("Liver normal. ", SentenceOrigin.HUMAN);
    private static final ReportSentence BENIGN = ReportSentence.of("Benign. ", SentenceOrigin.HUMAN);
    private static final ReportSentence STABLE = ReportSentence.of("Stable. ", SentenceOrigin.HUMAN);

    private final Report ground = report(List.of(NODULE, LIVER), List.of(BENIGN));

    private static Report report(List<ReportSentence> findings, List<ReportSentence> impression) {
        return blank.with(new Section(SectionKind.FINDINGS, findings))
                .with(new Section(SectionKind.IMPRESSION, impression));
    }

    private static final Report blank = Report.blank(
            new StudyIdentity(
                    new StudyUid("2.25.1"),
                    new Patient(
                            new PatientId("DEMO-1", ""), PersonName.parse("A^B"), LocalDate.of(1960, 1, 1), Sex.FEMALE),
                    "A1",
                    null,
                    "CT",
                    "CHEST",
                    "",
                    ""),
            ReportLanguage.ENGLISH);

    // [utest->req~report.conflicts~1]
    @Test
    void nothingIsDecidedBeforeEverySentenceIs() {
        Report mine = report(List.of(NODULE.withText("Nodule of 9 mm. "), LIVER), List.of());
        Report theirs = report(
                List.of(NODULE.withText("Nodule of 7 mm. "), LIVER), List.of(BENIGN.withText("Probably benign. ")));
        ConflictsModel model = new ConflictsModel(ReportMerge.merge(ground, mine, theirs));
        assertEquals(2, model.openProperty().get());
        assertEquals(Optional.empty(), model.choice(0), "nothing is chosen beforehand");
        assertEquals(Optional.empty(), model.decided());
        model.choose(1, Choice.MINE);
        assertEquals(Optional.empty(), model.decided());
        assertEquals("", model.readsProperty().get().text(SectionKind.IMPRESSION));
        model.choose(1, Choice.THEIRS);
        assertEquals(1, model.openProperty().get(), "deciding one twice decides no other");
        model.choose(0, Choice.MINE);
        assertEquals(theirs.section(SectionKind.IMPRESSION), decided(model).section(SectionKind.IMPRESSION));
        assertEquals(mine.section(SectionKind.FINDINGS), decided(model).section(SectionKind.FINDINGS));
        model.choose(0, Choice.THEIRS);
        model.choose(1, Choice.MINE);
        assertEquals("Nodule of 7 mm. Liver normal. ", decided(model).text(SectionKind.FINDINGS));
        assertEquals("", decided(model).text(SectionKind.IMPRESSION));
    }

    private static Report decided(ConflictsModel model) {
        var result = model.decided().orElseThrow();
        assertTrue(result.isClean());
        return result.merged();
    }

    @Test
    void anOrderIsSettledByHand() {
        Report start = report(List.of(NODULE, LIVER, STABLE), List.of());
        Report mine = report(List.of(LIVER, NODULE, STABLE), List.of());
        Report theirs = report(List.of(NODULE, STABLE, LIVER), List.of());
        ConflictsModel model = new ConflictsModel(ReportMerge.merge(start, mine, theirs));
        assertEquals(
                List.of(MergeConflict.Kind.ORDER),
                model.conflicts().stream().map(MergeConflict::kind).toList());
        assertFalse(model.mayChoose(0, Choice.THEIRS));
        model.choose(0, Choice.THEIRS);
        assertEquals(Optional.empty(), model.decided());
        model.choose(0, Choice.MINE);
        assertEquals(mine, decided(model));
    }

    // [utest->req~report.conflicts~1]
    @Test
    void whatOnlyTheHospitalChangedIsShown() {
        Report theirs = report(List.of(NODULE), List.of(BENIGN, STABLE));
        Report merged = ReportMerge.merge(ground, ground, theirs).merged();
        assertEquals(
                List.of(
                        new TakenSentence(SectionKind.FINDINGS, "Liver normal.", ""),
                        new TakenSentence(SectionKind.IMPRESSION, "", "Stable.")),
                TakenSentence.of(ground, merged));
        assertEquals(List.of(), TakenSentence.of(ground, ground));
    }
}
