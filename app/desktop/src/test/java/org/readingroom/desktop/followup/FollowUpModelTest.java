package org.readingroom.desktop.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionRole;
import org.readingroom.viewer.recist.LesionState;
import org.readingroom.viewer.recist.RecistTable;
import org.readingroom.viewer.recist.Response;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;

/// A study and its prior on the desk, each with the two marks of the same two lesions: 40 and 22 x 16 mm
/// then, 20 and 14 x 8 mm now.
// [utest->req~recist.follow-up~1]
class FollowUpModelTest {
    private static final StudyUid NOW = new StudyUid("2.25.1");
    private static final StudyUid THEN = new StudyUid("2.25.91");
    private static final Patient PATIENT =
            new Patient(new PatientId("T-1", ""), PersonName.parse("Demo^One"), null, Sex.OTHER);

    private final StepRunner tasks = new StepRunner();
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final Map<StudyUid, AnnotationDocument> documents = new HashMap<>();
    private final Map<Patient, FollowUp> stored = new HashMap<>();
    private boolean isFull;
    private final List<Exception> faults = new ArrayList<>();
    private final MarksModel marks = new MarksModel(desk, tasks, new AnnotationStore() {
        @Override
        public AnnotationDocument load(StudyUid study) {
            return documents.getOrDefault(study, AnnotationDocument.empty(study));
        }

        @Override
        public void save(StudyUid study, AnnotationDocument document) {
            documents.put(study, document);
        }
    });
    private final LesionStore store = new LesionStore() {
        @Override
        public FollowUp load(Patient patient) throws WorkstationException {
            return stored.getOrDefault(patient, FollowUp.EMPTY);
        }

        @Override
        public void save(Patient patient, FollowUp followUp) throws WorkstationException {
            if (isFull) {
                throw new WorkstationException("services.disk.full", "no space left");
            }
            stored.put(patient, followUp);
        }
    };
    private final FollowUpModel model = new FollowUpModel(marks, desk.studies(), store, tasks, faults::add);

    @BeforeEach
    void open() {
        documents.put(NOW, new AnnotationDocument(NOW, List.of(lesion("now 1", 20, 9), lesion("now 2", 14, 8))));
        documents.put(THEN, new AnnotationDocument(THEN, List.of(lesion("then 1", 40, 9), lesion("then 2", 22, 16))));
        TestFrames frames = new TestFrames(5, p -> 0);
        desk.open(List.of(frames.set()), frames);
        desk.studies().begin(study(NOW, 2026));
        desk.studies().put(study(THEN, 2025), Standing.PRIOR);
        DisplaySet set = frames.set();
        desk.studies()
                .add(
                        THEN,
                        List.of(new DisplaySet(
                                "then",
                                THEN,
                                set.series(),
                                "CT",
                                "",
                                set.frames(),
                                true,
                                List.of(),
                                "series",
                                set.facts())));
        marks.open(NOW, () -> false);
        marks.openBeside(THEN, () -> false);
        model.open(study(NOW, 2026));
        marks.addListener(model::refresh);
        tasks.runAll();
    }

    private static Annotation lesion(String id, double along, double across) {
        Placement.InPatient plane = new Placement.InPatient(
                new SeriesUid("2.25.2"), new FrameOfReferenceUid("2.25.3"), Vec3.ZERO, new Vec3(0, 0, 1), null);
        return new Annotation.Figure(
                new AnnotationId(id),
                plane,
                FigureKind.BIDIRECTIONAL,
                List.of(
                        Vec3.ZERO,
                        new Vec3(along, 0, 0),
                        new Vec3(along / 2, across / 2, 0),
                        new Vec3(along / 2, -across / 2, 0)),
                "");
    }

    private static Study study(StudyUid uid, int year) {
        return new Study(
                uid, PATIENT, "", LocalDateTime.of(year, 3, 4, 10, 0), "", new TreeSet<>(List.of("CT")), "CHEST", 1, 5);
    }

    private MarkedLesion marked(String id) {
        marks.select(new AnnotationId(id));
        return model.marked().orElseThrow();
    }

    private void follow() {
        assertTrue(model.pair(marked("then 1"), new Lesion("T1", LesionRole.TARGET, false, "lung", List.of())));
        assertTrue(model.pair(marked("then 2"), new Lesion("T2", LesionRole.TARGET, true, "", List.of())));
        assertTrue(model.pair(marked("now 1"), named("T1")));
        assertTrue(model.pair(marked("now 2"), named("T2")));
        tasks.runAll();
    }

    private Lesion named(String name) {
        return model.followUpProperty().get().find(name).orElseThrow();
    }

    @Test
    void lesionsPairedThroughTwoStudiesGiveSumsAndAProposal() {
        follow();
        RecistTable table = model.table();
        assertEquals(List.of(), table.notes());
        assertEquals(56.0, table.columns().get(0).sumMm());
        assertEquals(28.0, table.columns().get(1).sumMm());
        assertEquals(Response.PR, table.columns().get(1).overall());
        assertEquals(THEN, table.columns().getFirst().timepoint().study());
        assertEquals(model.followUpProperty().get(), stored.get(PATIENT), "on disk");
        FollowUpModel again = new FollowUpModel(marks, desk.studies(), store, tasks, faults::add);
        again.open(study(NOW, 2026));
        tasks.runAll();
        assertEquals(table, again.table());
    }

    // [utest->req~recist.table~1]
    @Test
    void theTableSaysSizesChangesAndTheProposalInWords() {
        follow();
        String text = new FollowUpWords(new Words(Locale.ENGLISH)).text(model.table());
        assertEquals(
                String.join(
                        "\n",
                        "RECIST 1.1\t2025-03-04\t2026-03-04",
                        "T1  lung, target\t40.0 mm\t20.0 mm  −20.0 mm (−50.0 %)",
                        "T2  node, target\t16.0 mm\t8.0 mm  −8.0 mm (−50.0 %)",
                        "Sum of targets\t56.0 mm\t28.0 mm",
                        "From baseline\t–\t−28.0 mm (−50.0 %)",
                        "From the smallest\t–\t−28.0 mm (−50.0 %)",
                        "Targets\t–\tPR, partial response",
                        "Non-targets\t–\t–",
                        "Proposed response\t–\tPR, partial response",
                        "Computed by RECIST 1.1 (Eisenhauer 2009): a proposal, to be judged by the reader"),
                text);
    }

    @Test
    void aMarkDraggedOrDeletedChangesTheTableAndUndoBringsItBack() {
        follow();
        marks.delete(new AnnotationId("now 1"));
        tasks.runAll();
        assertEquals(
                LesionState.NOT_EVALUATED, named("T1").in(NOW).orElseThrow().state());
        assertEquals(Response.NE, model.table().columns().get(1).overall());
        marks.undo();
        tasks.runAll();
        assertEquals(28.0, model.table().columns().get(1).sumMm());
        assertEquals(model.followUpProperty().get(), stored.get(PATIENT));
    }

    @Test
    void aMarkMeasuresOneLesionOnly() {
        follow();
        assertTrue(model.pair(marked("now 1"), new Lesion("N1", LesionRole.NON_TARGET, false, "", List.of())));
        assertTrue(named("T1").in(NOW).isEmpty());
        assertEquals(
                "N1", model.lesionOf(new AnnotationId("now 1")).orElseThrow().name());
    }

    @Test
    void whatIsSeenWithoutAMarkIsOfTheStudyThatIsRead() {
        follow();
        model.see(named("T1"), LesionState.ABSENT);
        model.see(named("T2"), LesionState.TOO_SMALL);
        assertEquals(5.0, model.table().columns().get(1).sumMm());
        assertEquals(40.0, named("T1").in(THEN).orElseThrow().size().value());
    }

    @Test
    void aPatientWithoutAnIdAndAStudyWithoutADateHaveNoFollowUp() {
        Study undated = study(NOW, 2026);
        model.open(new Study(NOW, undated.patient(), "", null, "", undated.modalities(), "", 1, 5));
        tasks.runAll();
        marks.select(new AnnotationId("now 1"));
        assertTrue(model.marked().isEmpty());
        model.open(new Study(
                NOW,
                new Patient(new PatientId(" ", ""), PersonName.NONE, null, Sex.OTHER),
                "",
                undated.dateTime(),
                "",
                undated.modalities(),
                "",
                1,
                5));
        tasks.runAll();
        assertFalse(model.isReady());
        assertTrue(model.marked().isEmpty());
        assertEquals(Map.of(), stored);
    }

    @Test
    void whatCouldNotBeStoredIsStoredWhenTheNextStudyIsOpened() {
        isFull = true;
        follow();
        // nothing else of the patient waits then
        model.see(named("T1"), LesionState.ABSENT);
        tasks.runAll();
        assertFalse(faults.isEmpty(), "told");
        assertEquals(Map.of(), stored);
        isFull = false;
        model.open(of(new Patient(new PatientId("T-2", ""), PersonName.parse("Demo^Two"), null, Sex.OTHER)));
        tasks.runAll();
        assertEquals(List.of(PATIENT), List.copyOf(stored.keySet()));
        assertEquals(2, stored.get(PATIENT).lesions().size());
    }

    /// Two hospitals may give out the same number.
    // [utest->req~recist.stored~1]
    @Test
    void anotherPersonOfTheSameNumberNeitherSeesNorOverwritesTheLesions() {
        Map<PatientId, String> texts = new HashMap<>();
        LesionStore checked = LesionStore.of(new LesionStore.Texts() {
            @Override
            public Optional<String> load(PatientId patient) {
                return Optional.ofNullable(texts.get(patient));
            }

            @Override
            public void save(PatientId patient, String text) {
                texts.put(patient, text);
            }
        });
        FollowUpModel first = new FollowUpModel(marks, desk.studies(), checked, tasks, faults::add);
        first.open(study(NOW, 2026));
        tasks.runAll();
        marks.select(new AnnotationId("now 1"));
        assertTrue(first.pair(
                first.marked().orElseThrow(), new Lesion("T1", LesionRole.TARGET, false, "lung", List.of())));
        Study foreign = of(new Patient(PATIENT.id(), PersonName.parse("Other^Person"), null, Sex.OTHER));
        first.open(foreign);
        tasks.runAll();
        String kept = texts.get(PATIENT.id());
        assertEquals(FollowUp.EMPTY, first.followUpProperty().get());
        assertFalse(first.isReady());
        assertEquals("desktop.recist.other-person", ((WorkstationException) faults.getFirst()).messageKey());
        assertThrows(WorkstationException.class, () -> checked.save(foreign.patient(), FollowUp.EMPTY));
        assertEquals(kept, texts.get(PATIENT.id()));
        first.open(study(NOW, 2026));
        tasks.runAll();
        assertEquals(1, first.followUpProperty().get().lesions().size());
        first.open(of(new Patient(PATIENT.id(), PersonName.NONE, null, Sex.OTHER)));
        tasks.runAll();
        assertFalse(first.isReady(), "a number alone does not tell who is meant");
        texts.put(PATIENT.id(), kept.replaceFirst("\"patient\":\\{[^}]*},", ""));
        FollowUpModel old = new FollowUpModel(marks, desk.studies(), checked, tasks, faults::add);
        old.open(study(NOW, 2026));
        tasks.runAll();
        assertEquals(1, old.followUpProperty().get().lesions().size(), "written before persons were");
    }

    private static Study of(Patient patient) {
        return new Study(NOW, patient, "", LocalDateTime.of(2026, 3, 4, 10, 0), "", new TreeSet<>(), "", 1, 1);
    }

    @Test
    void lesionsOfOnePatientAreNeverStoredWithAnother() {
        follow();
        model.remove(named("T2"));
        // its store is still under way
        model.open(new Study(
                new StudyUid("2.25.77"),
                new Patient(new PatientId("T-2", ""), PersonName.parse("Demo^Two"), null, Sex.OTHER),
                "",
                LocalDateTime.of(2026, 1, 1, 1, 1),
                "",
                new TreeSet<>(),
                "",
                1,
                1));
        tasks.runAll();
        assertEquals(FollowUp.EMPTY, model.followUpProperty().get());
        assertEquals(List.of(PATIENT), List.copyOf(stored.keySet()));
        assertEquals(1, stored.get(PATIENT).lesions().size());
        assertEquals(List.of(), faults);
    }
}
