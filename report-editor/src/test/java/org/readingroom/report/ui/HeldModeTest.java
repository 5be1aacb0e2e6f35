package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeldModeTest {
    private final HeldMode mode = new HeldMode(EditorMode.EDITING);

    // [utest->req~report.ui.held~1]
    @Test
    void whatTheRulesAllowIsBackWhenTheOtherGivesTheCaseBack() {
        mode.hold(true);
        assertEquals(EditorMode.LOCKED, mode.get());
        mode.set(EditorMode.ADDENDUM);
        assertEquals(EditorMode.LOCKED, mode.get());
        mode.hold(false);
        assertEquals(EditorMode.ADDENDUM, mode.get());
    }

    // [utest->req~report.image-quality.stops~1]
    @Test
    void imagesThatStopTheReportHoldItWhateverBecomesOfTheCase() {
        mode.stop(true);
        assertEquals(EditorMode.LOCKED, mode.get());
        mode.hold(true);
        mode.hold(false);
        assertEquals(EditorMode.LOCKED, mode.get(), "the case was given back, the images are as poor as before");
        assertTrue(mode.isHeld());
        mode.stop(false);
        assertEquals(EditorMode.EDITING, mode.get());
    }

    // [utest->req~report.incoming.desk~1]
    @Test
    void aChangeThatIsBeingTakenHoldsTheReportWhateverBecomesOfTheCase() {
        mode.take();
        mode.hold(false);
        assertEquals(EditorMode.LOCKED, mode.get(), "the list was read, and nobody holds the case");
        mode.hold(true);
        mode.hold(false);
        mode.set(EditorMode.EDITING);
        assertEquals(EditorMode.LOCKED, mode.get());
        assertTrue(mode.isHeld());
    }

    /// The hospital's change of a report that poor images stop can be taken.
    // [utest->req~report.incoming.desk~1]
    // [utest->req~report.image-quality.stops~1]
    @Test
    void imagesThatStopTheReportAreNobodyElse() {
        mode.stop(true);
        assertTrue(mode.isHeld());
        assertFalse(mode.isHeldByOthers());
        mode.hold(true);
        assertTrue(mode.isHeldByOthers());
        mode.hold(false);
        mode.take();
        assertTrue(mode.isHeldByOthers(), "one change at a time");
    }
}
