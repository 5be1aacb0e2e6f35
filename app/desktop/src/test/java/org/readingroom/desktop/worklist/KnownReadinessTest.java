package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.testing.StepRunner;

class KnownReadinessTest {
    private static final StudyUid ONE = new StudyUid("2.25.1");
    private static final StudyUid TWO = new StudyUid("2.25.2");

    private final Map<StudyUid, Readiness> truth = new HashMap<>(Map.of(ONE, new Readiness(1, 9, false)));
    private final List<Consumer<StudyUid>> listeners = new ArrayList<>();
    private final StepRunner runner = new StepRunner();
    private int questions;
    private int told;
    private final KnownReadiness known = new KnownReadiness(new Fetcher(), runner, () -> told++);

    // [utest->req~worklist.fluent~1]
    @Test
    void theListNeverWaitsAndIsToldWhenMoreIsKnown() {
        assertEquals(Readiness.NOTHING, known.of(ONE));
        assertEquals(Readiness.NOTHING, known.of(TWO));
        assertEquals(0, questions, "nobody was asked on the way");
        runner.runAll();
        assertEquals(2, questions);
        assertEquals(new Readiness(1, 9, false), known.of(ONE));
        assertEquals(Readiness.NOTHING, known.of(TWO));
        runner.runAll();
        assertEquals(2, questions, "once");
        assertEquals(1, told);
    }

    @Test
    void whatChangesIsFollowedAndWhatCameByHandAskedForAgain() {
        known.of(ONE);
        runner.runAll();
        truth.put(ONE, new Readiness(9, 9, true));
        listeners.forEach(listener -> listener.accept(ONE));
        assertEquals(new Readiness(9, 9, true), known.of(ONE));
        truth.put(ONE, new Readiness(4, 9, false));
        known.again();
        runner.runAll();
        assertEquals(new Readiness(4, 9, false), known.of(ONE));
    }

    private final class Fetcher implements StudyFetcher {
        @Override
        public Readiness readiness(StudyUid study) {
            questions++;
            return truth.getOrDefault(study, Readiness.NOTHING);
        }

        @Override
        public void want(StudyUid study, Priority priority) {}

        @Override
        public void giveUp(StudyUid study) {}

        @Override
        public Listening onChange(Consumer<StudyUid> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
