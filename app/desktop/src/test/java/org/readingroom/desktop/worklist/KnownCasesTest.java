package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.StudyUid;

class KnownCasesTest {
    private static final Order.Reader ZHAO = new Order.Reader("zhao", "赵医师");

    private List<WorklistRow> rows = List.of();
    private final KnownCases known = new KnownCases(() -> rows);

    // [utest->req~worklist.open-late~1]
    @Test
    void aCaseThatWasAskedForLongAgoIsOpenedWithTheLockOfNow() {
        WorklistRow asked = OrderRows.waiting("2").row();
        rows = List.of(
                OrderRows.waiting("1").row(), OrderRows.waiting("2").held(ZHAO).row());
        assertEquals(ZHAO, known.anew(asked).caseOrder().owner());
        rows = List.of(OrderRows.waiting("1").row());
        assertEquals(asked, known.anew(asked), "gone from the list");
    }

    @Test
    void theOrderOfAStudyIsThatOfItsRow() {
        rows = List.of(
                Rows.ALL.getFirst(),
                OrderRows.waiting("1").row(),
                OrderRows.waiting("2").row());
        assertEquals("2", known.order(new StudyUid("2.25.9002")).orElseThrow().id());
        assertEquals(Optional.empty(), known.order(new StudyUid("2.25.1")), "read without an order");
        assertEquals(Optional.empty(), known.order(new StudyUid("2.25.77")));
    }
}
