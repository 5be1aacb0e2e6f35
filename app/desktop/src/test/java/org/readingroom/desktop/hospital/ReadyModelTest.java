package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.hospital.ReadyCases.SIGHT;
import static org.readingroom.desktop.hospital.ReadyCases.ordered;
import static org.readingroom.desktop.hospital.ReadyCases.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~hospital.ready~1]
class ReadyModelTest {
    private final StepRunner runner = new StepRunner();
    private final Desk desk = new Desk();
    private long nanos;
    private final ReadyModel model = new ReadyModel(desk, runner, () -> nanos);

    private static final class Desk implements ReadyDesk {
        final List<WorklistRow> rows = new ArrayList<>(List.of(
                ordered(1, OrderState.WAITING, null),
                ordered(2, OrderState.WAITING, null),
                ordered(3, OrderState.WAITING, null)));
        final Map<StudyUid, ReadyStand> stands = new HashMap<>();
        final Map<StudyUid, Long> bytes = new HashMap<>();
        final List<StudyUid> brought = new ArrayList<>();
        final List<Consumer<StudyUid>> listeners = new ArrayList<>();
        final List<Runnable> listed = new ArrayList<>();
        boolean hasArchive = true;
        int looks;
        int counts;

        @Nullable
        WorkstationException fault;

        @Override
        public boolean hasArchive() {
            return hasArchive;
        }

        @Override
        public Look look() throws WorkstationException {
            looks++;
            if (fault != null) {
                throw fault;
            }
            return new Look(ReadyLists.of(rows, SIGHT, this::stand, bytes), used());
        }

        @Override
        public ReadyStand stand(StudyUid study) {
            return stands.getOrDefault(study, ReadyStand.NOTHING);
        }

        @Override
        public Used used() {
            counts++;
            long used = bytes.values().stream().mapToLong(Long::longValue).sum();
            return new Used(
                    new CacheFigures(bytes.size(), used, Map.of(), 0, Long.MAX_VALUE, CacheLimits.DEFAULT),
                    Map.copyOf(bytes));
        }

        @Override
        public void bring(StudyUid study) {
            brought.add(study);
            stands.put(study, coming(0, 0));
        }

        @Override
        public Listening follow(Consumer<StudyUid> study, Runnable lists) {
            listeners.add(study);
            listed.add(lists);
            return () -> {
                listeners.remove(study);
                listed.remove(lists);
            };
        }

        void stands(int number, ReadyStand stand, long size) {
            stands.put(study(number), stand);
            bytes.put(study(number), size);
            List.copyOf(listeners).forEach(each -> each.accept(study(number)));
        }
    }

    private static ReadyStand coming(int here, int total) {
        return new ReadyStand(new Readiness(here, total, false), true, null);
    }

    private static ReadyStand whole(int images) {
        return new ReadyStand(new Readiness(images, images, true), false, null);
    }

    private void begin() {
        model.begin();
        assertFalse(model.lookedProperty().get(), "nothing is looked up on this thread");
        runner.runAll();
        assertTrue(model.lookedProperty().get());
    }

    private CacheFigures figures() {
        CacheFigures now = model.figuresProperty().get();
        assertNotNull(now);
        return now;
    }

    @Test
    void whatArrivesIsFollowedOneStudyAtATimeAndTheRoomIsCountedAtItsEnd() {
        begin();
        ReadyRow first = model.rows().getFirst();
        int counted = desk.counts;
        desk.stands(2, coming(1, 9), 100);
        desk.stands(2, coming(4, 9), 400);
        runner.runAll();
        assertEquals(coming(4, 9), model.rows().get(1).stand());
        assertSame(first, model.rows().getFirst(), "other rows are left alone");
        assertEquals(counted, desk.counts, "the whole cache is not counted for each image");
        assertEquals(1, desk.looks);

        nanos += 3_000_000_000L;
        desk.stands(2, coming(5, 9), 500);
        runner.runAll();
        assertEquals(500, figures().usedBytes(), "now and then it is");
        desk.stands(2, whole(9), 900);
        runner.runAll();
        assertTrue(model.rows().get(1).stand().isReady());
        assertEquals(900, model.rows().get(1).bytes());
        assertEquals(900, figures().usedBytes(), "and when a study has ended");
    }

    @Test
    void newsThatComeWhileItLooksAreLookedAtNext() {
        begin();
        desk.stands(1, coming(1, 9), 1);
        runner.runNext();
        desk.stands(1, whole(9), 9);
        desk.stands(3, whole(2), 2);
        runner.runAll();
        assertTrue(model.rows().getFirst().stand().isReady());
        assertTrue(model.rows().get(2).stand().isReady());
    }

    @Test
    void otherListsAreLookedThroughAnew() {
        begin();
        desk.rows.removeFirst();
        desk.rows.add(ordered(7, OrderState.WAITING, null));
        desk.listed.getFirst().run();
        runner.runAll();
        assertEquals(
                List.of(study(2), study(3), study(7)),
                model.rows().stream().map(row -> row.row().uid().orElseThrow()).toList());
    }

    @Test
    void aStudyIsBroughtUnlessItIsWholeOrCannotCome() {
        begin();
        desk.stands(2, whole(9), 900);
        runner.runAll();
        model.bring(model.rows().get(1));
        assertEquals("desktop.ready.all-here", model.toldProperty().get());
        model.bring(model.rows().getFirst());
        assertEquals("", model.toldProperty().get());
        runner.runAll();
        assertEquals(List.of(study(1)), desk.brought);
        assertTrue(model.rows().getFirst().stand().isComing(), "that it comes is seen at once");
        WorklistRow nothing = new WorklistRow(null, ReadyCases.order(5, null, OrderState.WAITING, null), "", "", 0, "");
        model.bring(new ReadyRow(nothing, false, ReadyStand.NOTHING, 0));
        assertEquals("desktop.ready.no-study", model.toldProperty().get());
        desk.hasArchive = false;
        model.bring(model.rows().get(2));
        assertEquals("desktop.ready.no-archive", model.toldProperty().get());
        assertEquals(List.of(study(1)), desk.brought);
    }

    @Test
    void oncePutAwayItListensToNobodyAndShowsNothingThatComesLater() {
        begin();
        desk.stands(1, whole(9), 9);
        model.close();
        runner.runAll();
        assertFalse(model.rows().getFirst().stand().isReady());
        assertEquals(List.of(), desk.listeners);
        assertEquals(List.of(), desk.listed);
        model.begin();
        runner.runAll();
        assertTrue(model.rows().getFirst().stand().isReady(), "shown again it has caught up");
    }

    @Test
    void aFaultIsToldAndGoesWithTheNextLook() {
        desk.fault = new WorkstationException("services.store.damaged", "x");
        model.begin();
        runner.runAll();
        assertSame(desk.fault, model.faultProperty().get());
        assertFalse(model.lookedProperty().get());
        desk.fault = null;
        desk.listed.getFirst().run();
        runner.runAll();
        assertNull(model.faultProperty().get());
        assertEquals(3, model.rows().size());
    }
}
