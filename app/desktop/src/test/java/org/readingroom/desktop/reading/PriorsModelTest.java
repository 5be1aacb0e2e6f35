package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.StudySets;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;

// [utest->req~priors.beside~1]
// [utest->req~priors.mixing-refused~1]
// [utest->req~desk.studies~1]
class PriorsModelTest implements StudyLibrary {
    private static final Study NOW = StudySets.study("2.25.10", StudySets.ONE, "2026-01-15T09:30:00");
    private static final Study PRIOR = StudySets.study("2.25.20", StudySets.ONE, "2025-05-15T14:15:00");
    private static final Study OLDER = StudySets.study("2.25.21", StudySets.ONE, "2022-01-01T14:15:00");
    private static final Study UNDATED = StudySets.study("2.25.22", StudySets.ONE, null);
    private static final Study OTHER = StudySets.study("2.25.30", StudySets.TWO, "2025-05-15T14:15:00");

    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final Words words = new Words(Locale.ENGLISH);
    private final ReadingDeskModel desk = new ReadingDeskModel(runner);
    private final PriorsModel priors = new PriorsModel(this, desk, runner, status, words);
    private final List<Study> store = new ArrayList<>(List.of(NOW, PRIOR, OLDER, UNDATED, OTHER));
    private final Map<StudyUid, List<DisplaySet>> files = new HashMap<>();
    private final List<Runnable> questions = new ArrayList<>();
    private int unread;

    @Override
    public List<Study> studies() {
        return store;
    }

    @Override
    public Optional<Study> study(StudyUid uid) {
        return store.stream().filter(study -> study.uid().equals(uid)).findFirst();
    }

    @Override
    public int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        for (DisplaySet set : files.getOrDefault(study, List.of())) {
            ready.accept(List.of(set));
        }
        return unread;
    }

    @BeforeEach
    void open() {
        for (Study study : store) {
            String uid = study.uid().value();
            files.put(
                    study.uid(),
                    List.of(
                            StudySets.set(study, uid + ".1", "scout", uid + ".9", 3),
                            StudySets.set(study, uid + ".2", "lung", uid + ".9", 9)));
        }
        priors.onMixing((stranger, yes) -> questions.add(yes));
        read(NOW);
        desk.show(desk.sets().get(1));
    }

    private void read(Study study) {
        desk.open(files.get(study.uid()), new TestFrames(9, p -> 0));
        desk.studies().begin(study);
        priors.follow(study);
        runner.runAll();
    }

    private String shown(int view) {
        return desk.views()
                .get(view)
                .displaySet()
                .map(set -> set.series().value())
                .orElse("none");
    }

    @Test
    void oneKeyHangsTheBestPriorsMatchingSeriesBesideTheCurrentStudy() {
        priors.openBest();
        runner.runAll();
        assertEquals(Layout.TWO_BESIDE, desk.layoutProperty().get());
        assertEquals("2.25.10.2", shown(0));
        assertEquals("2.25.20.2", shown(1), "lung beside lung");
        assertEquals(List.of(NOW.uid(), PRIOR.uid()), uids());
        priors.openBest();
        runner.runAll();
        assertEquals("2.25.21.2", shown(1), "the next best on the next press");
        assertEquals(
                List.of(0, 1, 2),
                desk.studies().all().stream().map(DeskStudy::number).toList());
    }

    private List<StudyUid> uids() {
        return desk.studies().all().stream().map(study -> study.study().uid()).toList();
    }

    @Test
    void takingOffLeavesTheCurrentStudyAloneAndNothingOfAnother() {
        priors.openBest();
        runner.runAll();
        priors.takeOff();
        runner.runAll();
        assertEquals(List.of(NOW.uid()), uids());
        assertEquals(2, desk.sets().size());
        assertEquals("2.25.10.1", shown(1));
    }

    @Test
    void layoutsAndTheNextSeriesNeverBringAnotherStudyByThemselves() {
        priors.openBest();
        runner.runAll();
        priors.takeOff();
        priors.openBest();
        runner.runAll();
        desk.arrange(Layout.FOUR);
        assertEquals("2.25.20.2", shown(1));
        assertEquals("2.25.10.1", shown(2));
        assertEquals("none", shown(3), "views stay empty rather than take a prior");
        desk.activate(desk.views().get(1));
        desk.showNext(1);
        assertEquals("2.25.20.1", shown(1), "through the series of its own study");
    }

    @Test
    void anotherPatientIsRefusedUntilTheReaderSaysSo() {
        priors.open(OTHER);
        runner.runAll();
        assertEquals(List.of(NOW.uid()), uids());
        assertEquals(1, questions.size());
        questions.getFirst().run();
        runner.runAll();
        assertEquals(
                Standing.STRANGER, desk.studies().of(OTHER.uid()).orElseThrow().standing());
        assertTrue(desk.studies().isMixed());
        DisplaySet here = desk.sets().getFirst().displaySet();
        DisplaySet there = desk.studies().sets(OTHER.uid()).getFirst().displaySet();
        assertFalse(desk.studies().mayBeJoined(here, there));
        assertFalse(desk.studies().mayBeJoined(there, here));
        assertTrue(desk.studies().mayBeJoined(there, there));
    }

    /// A look-alike with one fact that differs is asked about like a stranger.
    @Test
    void aWrongBirthDateMakesAPriorAQuestion() {
        Study mistyped = StudySets.study(
                "2.25.40",
                new org.readingroom.viewer.model.Patient(
                        StudySets.ONE.id(),
                        StudySets.ONE.name(),
                        java.time.LocalDate.of(1907, 1, 1),
                        StudySets.ONE.sex()),
                "2026-01-14T08:00:00");
        store.add(mistyped);
        read(NOW);
        assertEquals(mistyped, priors.found().getLast().study());
        priors.openBest();
        assertEquals(List.of(), questions, "never opened by itself");
        priors.open(priors.found().getLast());
        assertEquals(1, questions.size());
    }

    @Test
    void aQuestionAnsweredAfterAnotherStudyWasOpenedDoesNothing() {
        priors.open(OTHER);
        read(OLDER);
        questions.getFirst().run();
        runner.runAll();
        assertEquals(List.of(OLDER.uid()), uids());
    }

    @Test
    void whatComesLateForAStudyPutAwayIsDropped() {
        runner.runAll();
        priors.openBest();
        runner.runNext();
        assertEquals(3, runner.waiting(), "two series and the end of the prior are on their way");
        read(OLDER);
        assertEquals(List.of(OLDER.uid()), uids());
        assertEquals(2, desk.sets().size());
        priors.open(priors.found().getFirst());
        priors.takeOff();
        runner.runAll();
        assertEquals(2, desk.sets().size());
        assertEquals("", status.messageProperty().get(), "nobody is told of what nobody waits for");
        assertFalse(priors.isLoading());
    }

    @Test
    void aPriorThatIsGoneOrUnreadableIsSaidAndLeavesNothing() {
        store.remove(PRIOR);
        priors.openBest();
        runner.runAll();
        assertEquals(List.of(NOW.uid()), uids());
        assertEquals(words.get("desktop.priors.gone"), status.messageProperty().get());
        store.add(PRIOR);
        files.put(PRIOR.uid(), List.of());
        unread = 7;
        priors.openBest();
        runner.runAll();
        assertEquals(List.of(NOW.uid()), uids());
        assertEquals(
                words.get("desktop.priors.unreadable"), status.messageProperty().get());
        assertEquals("2.25.10.2", shown(0));
    }

    @Test
    void anUndatedStudyIsListedAndNeverCalledAPrior() {
        assertEquals(
                List.of(PRIOR, OLDER, UNDATED),
                priors.found().stream().map(prior -> prior.study()).toList());
        priors.open(priors.found().getLast());
        runner.runAll();
        assertEquals(
                Standing.UNDATED, desk.studies().of(UNDATED.uid()).orElseThrow().standing());
    }

    @Test
    void aLaterSeriesOfTheCurrentStudyStaysBeforeThoseOfThePrior() {
        priors.openBest();
        runner.runAll();
        desk.more(List.of(StudySets.set(NOW, "2.25.10.3", "late", "2.25.10.9", 3)));
        assertEquals(
                List.of("2.25.10.1", "2.25.10.2", "2.25.10.3", "2.25.20.1", "2.25.20.2"),
                desk.sets().stream()
                        .map(set -> set.displaySet().series().value())
                        .toList());
    }
}
