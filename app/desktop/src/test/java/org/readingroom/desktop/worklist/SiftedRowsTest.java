package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;

class SiftedRowsTest {
    private static final Order.Reader OTHER = new Order.Reader("zhao", "赵医师");

    // [utest->req~worklist.waiting~1]
    @Test
    void aCaseIsOverdueOnlyBeyondItsLimit() {
        assertFalse(waiting(OrderRows.waiting("1").asked(60, 60)).orElseThrow().isOverdue(), "at the limit");
        WaitingTime late = waiting(OrderRows.waiting("1").asked(125, 60)).orElseThrow();
        assertTrue(late.isOverdue());
        assertEquals("2:05", WaitingTime.clock(late.waited()));
        assertEquals("1:05", WaitingTime.clock(late.beyond()));
        assertFalse(
                waiting(OrderRows.waiting("1").asked(9000, null)).orElseThrow().isOverdue(), "no limit");
        assertEquals(
                "0:00",
                WaitingTime.clock(waiting(OrderRows.waiting("1").asked(-30, 60))
                        .orElseThrow()
                        .waited()));
        assertEquals(Optional.empty(), waiting(OrderRows.waiting("1").asked(null, null)));
        assertEquals(
                Optional.empty(), waiting(OrderRows.waiting("1").asked(900, 1).in(OrderState.COMPLETED)));
        assertEquals(
                Optional.empty(), waiting(OrderRows.waiting("1").asked(900, 1).in(OrderState.CANCELLED)));
    }

    @Test
    void waitingIsSaidInWordsAndShapeInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            RowMarks marks = new RowMarks(new Words(locale), Rows::sight);
            CellMark late = marks.waiting(OrderRows.waiting("1").asked(125, 60).row());
            assertEquals("2:05 / 1:00", late.text());
            assertEquals("attention", late.tone());
            assertTrue(late.icon() != null && late.tip().contains("1:05"), late.tip());
            CellMark fine = marks.waiting(OrderRows.waiting("1").asked(10, 60).row());
            assertEquals("0:10 / 1:00", fine.text());
            assertEquals("plain", fine.tone());
            assertTrue(marks.waiting(OrderRows.waiting("1").asked(6000, null).row())
                    .text()
                    .startsWith("4"));
        }
    }

    // [utest->req~worklist.columns~1]
    @Test
    void onlyWhatTheArchiveSentWholeIsCalledReady() {
        WorklistRow row = OrderRows.waiting("1").row();
        assertEquals("0/?", ready(row, Readiness.NOTHING).text());
        assertEquals("3/120", ready(row, new Readiness(3, 120, false)).text());
        assertEquals("attention", ready(row, new Readiness(120, 120, false)).tone(), "all here and not yet verified");
        assertEquals("done", ready(row, new Readiness(120, 120, true)).tone());
        assertEquals(
                "–",
                ready(OrderRows.waiting("1").without().row(), Readiness.NOTHING).text());
        assertEquals("275", ready(Rows.ALL.getFirst(), Readiness.NOTHING).text());
    }

    @Test
    void chipsTakeWhatTheOrdersSay() {
        List<WorklistRow> rows = List.of(
                OrderRows.waiting("1")
                        .marked(OrderPriority.STAT)
                        .held(Rows.READER)
                        .row(),
                OrderRows.waiting("2").asked(61, 60).held(OTHER).row(),
                OrderRows.waiting("3")
                        .marked(OrderPriority.ROUTINE, PatientFlag.EMERGENCY)
                        .row(),
                OrderRows.waiting("4").in(OrderState.COMPLETED).asked(600, 1).row());
        SiftedRows found = SiftedRows.of(question(rows, "", Chip.ALL), Rows.sight());
        assertEquals(4, found.total());
        assertTrue(found.hasOrders());
        assertEquals(2, found.count(Chip.EMERGENCY));
        assertEquals(1, found.count(Chip.OVERDUE));
        assertEquals(1, found.count(Chip.MINE));
        assertEquals(1, found.count(Chip.SIGNED));
        assertEquals(0, found.count(Chip.READY));
        assertEquals(
                List.of(rows.get(1)),
                SiftedRows.of(question(rows, "", Chip.OVERDUE), Rows.sight()).shown());
    }

    /// A hundred thousand rows, their truth counted by arithmetic on the numbers they were made of.
    // [utest->req~worklist.fluent~1]
    @Test
    void aHundredThousandRowsAreSiftedAndSorted() {
        List<WorklistRow> rows = new ArrayList<>();
        Random random = new Random(4);
        int late = 0;
        int hits = 0;
        for (int i = 0; i < 100_000; i++) {
            int asked = random.nextInt(120);
            late += asked > 60 ? 1 : 0;
            hits += asked > 60 && String.valueOf(i).contains("77") ? 1 : 0;
            rows.add(OrderRows.waiting(String.valueOf(i)).asked(asked, 60).row());
        }
        SiftedRows.Question question = new SiftedRows.Question(
                rows, "acc 77", Chip.OVERDUE, row -> true, sight -> WaitingTime.FIRST_OUT, rows.get(77));
        SiftedRows found = SiftedRows.of(question, Rows.sight());
        assertEquals(late, found.count(Chip.OVERDUE));
        assertEquals(hits, found.shown().size());
        assertTrue(hits > 1000, "the truth is not empty");
        for (int i = 1; i < hits; i++) {
            assertTrue(
                    minutes(found.shown().get(i - 1)) >= minutes(found.shown().get(i)),
                    "what runs out first comes first");
        }
    }

    /// Pictures arrive while the list is sorted by them; nothing may move under the sorting.
    @Test
    void sortingHoldsStillWhileStudiesArrive() {
        AtomicInteger arrived = new AtomicInteger();
        ListSight arriving = new ListSight(
                Rows.READER,
                Rows.NOW,
                study -> new Readiness(arrived.incrementAndGet() % 50, 50, false),
                order -> false);
        List<WorklistRow> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(OrderRows.waiting(String.valueOf(i)).row());
        }
        SiftedRows.Question question = new SiftedRows.Question(
                rows,
                "",
                Chip.ALL,
                row -> true,
                sight -> Comparator.comparingInt(row -> sight.readiness(row).here()),
                null);
        assertEquals(3000, SiftedRows.of(question, arriving).shown().size());
        assertEquals(3000, arrived.get(), "each was asked for once");
    }

    private static SiftedRows.Question question(List<WorklistRow> rows, String text, Chip chip) {
        return new SiftedRows.Question(rows, text, chip, row -> true, null, null);
    }

    private static CellMark ready(WorklistRow row, Readiness readiness) {
        ListSight sight = new ListSight(Rows.READER, Rows.NOW, study -> readiness, order -> false);
        return new RowMarks(new Words(Locale.ENGLISH), () -> sight).ready(row);
    }

    private static Optional<WaitingTime> waiting(OrderRows order) {
        return WaitingTime.of(order.row(), Rows.NOW);
    }

    private static long minutes(WorklistRow row) {
        return waitingOf(row).waited().toMinutes();
    }

    private static WaitingTime waitingOf(WorklistRow row) {
        return WaitingTime.of(row, Rows.NOW).orElseThrow();
    }
}
