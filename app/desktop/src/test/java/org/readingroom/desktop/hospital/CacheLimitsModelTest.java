package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.hospital.CacheLimitsModel.Field;
import org.readingroom.desktop.hospital.CacheLimitsModel.Told;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

// [utest->req~hospital.cache-limits~1]
class CacheLimitsModelTest {
    private static final long KEPT = 3L << 30;

    private final StepRunner runner = new StepRunner();
    private final Desk desk = new Desk();
    private final CacheLimitsModel model = new CacheLimitsModel(desk, runner);

    /// Three gibibytes of it never leave.
    private static final class Desk implements CacheDesk {
        final List<CacheLimits> kept = new ArrayList<>();
        CacheLimits limits = CacheLimits.DEFAULT;
        boolean mayChange = true;
        int gone;

        @Nullable
        WorkstationException fault;

        @Override
        public Now now() {
            return new Now(new CacheFigures(9, 5L << 30, Map.of(), KEPT, 50L << 30, limits), mayChange);
        }

        @Override
        public int keep(CacheLimits other) throws WorkstationException {
            if (fault != null) {
                throw fault;
            }
            kept.add(other);
            limits = other;
            return gone;
        }
    }

    private void type(String quota, String days, String free) {
        runner.runAll();
        model.value(Field.QUOTA).set(quota);
        model.value(Field.DAYS).set(days);
        model.value(Field.FREE).set(free);
    }

    private Told told() {
        Told told = model.toldProperty().get();
        assertNotNull(told);
        return told;
    }

    @Test
    void theFieldsShowWhatHolds() {
        assertFalse(model.mayChangeProperty().get());
        runner.runAll();
        assertEquals("100", model.value(Field.QUOTA).get());
        assertEquals("30", model.value(Field.DAYS).get());
        assertEquals("4", model.value(Field.FREE).get());
        assertTrue(model.mayChangeProperty().get());
        assertNull(model.toldProperty().get());
    }

    @Test
    void whatIsTypedIsHeldOnceItIsKeptAndSaysHowManyLeft() {
        desk.gone = 2;
        type(" 40 ", "7", "10");
        assertEquals(new Told("desktop.cache.not-kept", List.of(), true), told());
        assertEquals(List.of(), desk.kept);
        model.keep();
        model.keep(); // a second press while it is kept
        runner.runAll();
        assertEquals(List.of(CacheLimits.of(40, 7, 10)), desk.kept);
        assertEquals(new Told("desktop.cache.kept", List.of(2), false), told());
        assertEquals("40", model.value(Field.QUOTA).get());
    }

    @Test
    void nonsenseIsSaidAtEachFieldAndKeepsNothing() {
        for (String wrong : List.of("", "0", "-1", "1.5", "ten", "1048577", "99999999999999999999", "1e3")) {
            type(wrong, "30", "4");
            model.keep();
            assertEquals(Map.of(Field.QUOTA, "gib"), Map.copyOf(model.faults()), wrong);
            assertEquals("desktop.cache.wrong", told().key());
        }
        type("x", "3651", "0");
        model.keep();
        assertEquals(Map.of(Field.QUOTA, "gib", Field.DAYS, "days", Field.FREE, "gib"), Map.copyOf(model.faults()));
        model.value(Field.DAYS).set("3650");
        assertFalse(model.faults().containsKey(Field.DAYS), "it is typed again");
        runner.runAll();
        assertEquals(List.of(), desk.kept);
    }

    @Test
    void lessThanWhatNeverLeavesIsSaidBeforeItIsKeptAndAfter() {
        type("2", "30", "4");
        assertEquals(new Told("desktop.cache.below-kept", List.of("3.0 GiB"), true), told());
        model.keep();
        runner.runAll();
        assertEquals(List.of(CacheLimits.of(2, 30, 4)), desk.kept, "a small disk may have no choice");
        assertEquals(new Told("desktop.cache.kept-full", List.of("3.0 GiB"), true), told());
    }

    @Test
    void aRefusalIsToldAndWhatWasTypedStays() {
        desk.fault = new WorkstationException("services.cache.floor", "no");
        type("100", "30", "4000");
        model.keep();
        runner.runAll();
        assertSame(desk.fault, model.faultProperty().get());
        assertEquals("4000", model.value(Field.FREE).get());
        model.value(Field.FREE).set("5");
        assertNull(model.faultProperty().get());
    }

    @Test
    void whatIsTypedWhileItIsKeptIsNotLost() {
        type("40", "30", "4");
        model.keep();
        model.value(Field.QUOTA).set("41");
        runner.runAll();
        assertEquals("41", model.value(Field.QUOTA).get());
        assertEquals("desktop.cache.not-kept", told().key());
    }

    @Test
    void whoMayNotChangeThemChangesNothing() {
        desk.mayChange = false;
        type("40", "30", "4");
        model.keep();
        runner.runAll();
        assertEquals(List.of(), desk.kept);
    }
}
