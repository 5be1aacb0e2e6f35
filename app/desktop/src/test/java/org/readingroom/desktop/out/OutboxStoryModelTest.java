package org.readingroom.desktop.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxEvent;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~hospital.outbox-story~1]
class OutboxStoryModelTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final StepRunner runner = new StepRunner();
    private final List<Exception> told = new ArrayList<>();
    private final Desk desk = new Desk();
    private final OutboxStoryModel model = new OutboxStoryModel(desk, runner, told::add);

    private static final class Desk implements OutboxDesk {
        State state = State.DEAD;
        final List<String> acts = new ArrayList<>();

        @Override
        public OutboxStory story(UUID id) {
            OutboxEntry entry = new OutboxEntry(
                    id, new StudyUid("2.25.1"), "", 0, "SR", "application/dicom", "pacs", AT, state, 1, 10);
            OutboxEvent event =
                    new OutboxEvent(AT, OutboxEvent.Kind.DEAD, "services.server.refused", "no such patient");
            return new OutboxStory(entry, List.of(event), AT, null, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean retry(UUID id) {
            acts.add("retry " + id);
            return true;
        }

        @Override
        public boolean setAside(UUID id, String reason) throws WorkstationException {
            if (reason.isBlank()) {
                throw new WorkstationException("services.outbox.reason-missing", "no reason");
            }
            acts.add("aside " + id + " " + reason);
            state = State.SET_ASIDE;
            return true;
        }
    }

    @Test
    void theStoryOfTheEntryChosenLastIsTold() {
        model.select(ONE);
        model.select(TWO);
        assertNull(model.storyProperty().get());
        runner.runAll();
        assertEquals(TWO, model.storyProperty().get().entry().id());
        assertEquals("no such patient", model.storyProperty().get().serversWords());
        model.select(null);
        assertNull(model.storyProperty().get());
    }

    @Test
    void aDecisionIsMadeOnceAndReadBack() {
        int[] decided = {0};
        model.onDecided(() -> decided[0]++);
        model.select(ONE);
        runner.runAll();
        model.setAside("sent by CD");
        runner.runAll();
        assertEquals(List.of("aside " + ONE + " sent by CD"), desk.acts);
        assertEquals(State.SET_ASIDE, model.storyProperty().get().entry().state());
        assertEquals(1, decided[0]);
        model.retry();
        model.setAside("again");
        runner.runAll();
        assertEquals(1, desk.acts.size(), "nothing is left to decide");
    }

    @Test
    void withoutAReasonNothingIsSetAside() {
        model.select(ONE);
        runner.runAll();
        model.setAside("");
        runner.runAll();
        assertEquals(1, told.size());
        assertEquals(List.of(), desk.acts);
        assertNotNull(model.storyProperty().get());
    }

    @Test
    void anotherAttemptIsAskedFor() {
        model.select(ONE);
        runner.runAll();
        model.retry();
        runner.runAll();
        assertEquals(List.of("retry " + ONE), desk.acts);
    }
}
