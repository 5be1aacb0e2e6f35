package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~hospital.search~1]
class ArchiveSearchModelTest {
    private static final StudyQuery ANY = StudyQuery.ofPatient("P");

    private final StepRunner runner = new StepRunner();
    private final Desk desk = new Desk();
    private final ArchiveSearchModel model = new ArchiveSearchModel(desk, runner);

    /// An archive of so many studies; `late` holds its answers until they are asked for again.
    private static final class Desk implements ArchiveDesk {
        int studies = 120;

        @Nullable
        WorkstationException fault;

        final Map<StudyUid, Readiness> ready = new HashMap<>();
        final List<String> acts = new ArrayList<>();
        Consumer<StudyUid> listener = study -> {};

        @Override
        public StudyPage find(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException {
            if (fault != null) {
                throw fault;
            }
            List<Study> page = new ArrayList<>();
            for (int i = offset; i < Math.min(studies, offset + limit); i++) {
                page.add(study(query.patientId() + "." + i));
            }
            return new StudyPage(page, offset + limit < studies ? offset + limit : -1);
        }

        @Override
        public Readiness readiness(StudyUid study) {
            return ready.getOrDefault(study, Readiness.NOTHING);
        }

        @Override
        public void bring(StudyUid study) {
            acts.add("bring " + study);
        }

        @Override
        public void giveUp(StudyUid study) {
            acts.add("give up " + study);
        }

        @Override
        public Listening onChange(Consumer<StudyUid> told) {
            listener = told;
            return () -> listener = study -> {};
        }
    }

    private static Study study(String uid) {
        return new Study(
                new StudyUid(uid),
                new Patient(new PatientId("P", ""), PersonName.NONE, null, Sex.ofCode("")),
                "",
                null,
                "",
                new TreeSet<>(List.of("CT")),
                "",
                1,
                1);
    }

    @Test
    void pagesComeUntilThereAreNoMore() {
        model.search(ANY);
        assertTrue(model.busyProperty().get());
        runner.runAll();
        assertEquals(50, model.rows().size());
        assertTrue(model.moreProperty().get());
        model.more();
        model.more(); // a second press while it is asked asks nothing more
        runner.runAll();
        assertEquals(100, model.rows().size());
        model.more();
        runner.runAll();
        assertEquals(120, model.rows().size());
        assertFalse(model.moreProperty().get());
    }

    @Test
    void theAnswerToAnEarlierQuestionIsNotShown() {
        model.search(ANY);
        model.search(StudyQuery.ofPatient("Q"));
        runner.runAll();
        assertTrue(
                model.rows().stream().allMatch(row -> row.study().uid().value().startsWith("Q")));
        assertEquals(50, model.rows().size());
    }

    @Test
    void aFaultIsToldAndTheNextSearchForgetsIt() {
        desk.fault = new WorkstationException("services.server.unreachable", "gone");
        model.search(ANY);
        runner.runAll();
        assertNotNull(model.faultProperty().get());
        assertFalse(model.busyProperty().get());
        assertFalse(model.searchedProperty().get());
        desk.fault = null;
        model.search(ANY);
        runner.runAll();
        assertNull(model.faultProperty().get());
        assertTrue(model.searchedProperty().get());
    }

    @Test
    void whatIsBroughtTellsHowFarItIs() {
        desk.studies = 2;
        model.search(ANY);
        runner.runAll();
        StudyUid first = model.rows().getFirst().study().uid();
        model.bring(model.rows().getFirst());
        assertEquals(List.of("bring P.0"), desk.acts);
        assertTrue(model.rows().getFirst().isComing());
        desk.ready.put(first, new Readiness(3, 10, false));
        desk.listener.accept(first);
        runner.runAll();
        assertEquals(3, model.rows().getFirst().readiness().here());
        desk.ready.put(first, new Readiness(10, 10, true));
        desk.listener.accept(first);
        runner.runAll();
        assertFalse(model.rows().getFirst().isComing());
        model.bring(model.rows().getFirst());
        assertEquals(1, desk.acts.size(), "what is here is not brought again");
    }

    @Test
    void askedForAgainItIsLetGo() {
        desk.studies = 1;
        model.search(ANY);
        runner.runAll();
        model.bring(model.rows().getFirst());
        model.bring(model.rows().getFirst());
        assertEquals(List.of("bring P.0", "give up P.0"), desk.acts);
        assertFalse(model.rows().getFirst().isComing());
    }

    @Test
    void aClosedSheetHearsNothing() {
        model.search(ANY);
        model.close();
        runner.runAll();
        assertEquals(0, model.rows().size());
    }

    /// Locking the window takes the sheet away and brings it back.
    @Test
    void aSearchThatWasCutIsAskedAgainWhenTheSheetIsBack() {
        desk.fault = new WorkstationException("services.server.unreachable", "gone");
        model.search(ANY);
        model.close();
        runner.runAll();
        assertNull(model.faultProperty().get());
        model.resume();
        assertTrue(model.busyProperty().get());
        runner.runAll();
        assertNotNull(model.faultProperty().get());
    }

    @Test
    void whatCameWhileTheSheetWasAwayIsShownWhenItIsBack() {
        desk.studies = 1;
        model.search(ANY);
        runner.runAll();
        StudyUid study = model.rows().getFirst().study().uid();
        model.close();
        desk.ready.put(study, new Readiness(10, 10, true));
        model.resume();
        runner.runAll();
        assertTrue(model.rows().getFirst().readiness().isWhole());
        assertEquals(1, model.rows().size());
        desk.ready.put(study, new Readiness(9, 10, false));
        desk.listener.accept(study);
        runner.runAll();
        assertEquals(9, model.rows().getFirst().readiness().here());
    }
}
