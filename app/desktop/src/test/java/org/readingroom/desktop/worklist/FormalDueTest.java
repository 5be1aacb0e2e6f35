package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.Awaited;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;

// [utest->req~worklist.temporary~1]
class FormalDueTest {
    private final WorklistRow early = Rows.temporary(ReadingState.TEMPORARY_SIGNED, 65);
    private final WorklistRow onTime = Rows.temporary(ReadingState.TEMPORARY_SIGNED, 0);
    private final WorklistRow late = Rows.temporary(ReadingState.TEMPORARY_SIGNED, -65);
    private final WorklistRow written = Rows.temporary(ReadingState.PRIMARY_SIGNED, -125);

    @Test
    void aChipCollectsTheTemporaryOnesAndAnotherThoseThatAreLate() {
        List<WorklistRow> rows = List.of(Rows.ALL.getFirst(), early, onTime, late, written);
        SiftedRows all = sifted(rows, Chip.ALL);
        assertEquals(4, all.count(Chip.TEMPORARY));
        assertEquals(2, all.count(Chip.OVERDUE), "one that is due this very moment is not late");
        assertEquals(List.of(late, written), sifted(rows, Chip.OVERDUE).shown());
        assertFalse(Chip.OVERDUE.isIdle(all), "though the hospital has told of no order");
        SiftedRows none = sifted(List.of(Rows.ALL.getFirst()), Chip.ALL);
        assertTrue(Chip.OVERDUE.isIdle(none) && Chip.TEMPORARY.isIdle(none) && Chip.READY.isIdle(none));
        assertFalse(Chip.DRAFTS.isIdle(none));
    }

    @Test
    void howLongItMayStandOrHowLongItIsLateIsSaidInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Words words = new Words(locale);
            RowMarks marks = new RowMarks(words, Rows::sight);
            CellMark fine = marks.state(early);
            assertEquals("attention", fine.tone());
            assertEquals(words.get(ReadingState.TEMPORARY_SIGNED.messageKey()), fine.text());
            assertTrue(fine.tip().contains("1:05"), fine.tip());
            CellMark over = marks.state(late);
            assertEquals("critical", over.tone());
            assertEquals(words.get("desktop.worklist.temporary.overdue"), over.text());
            assertTrue(over.tip().contains("1:05"), over.tip());
            CellMark primary = marks.state(written);
            assertEquals("critical", primary.tone());
            assertEquals(words.get(ReadingState.PRIMARY_SIGNED.messageKey()), primary.text(), "how far it is");
            assertTrue(primary.tip().contains("2:05"), primary.tip());
            WorklistRow asked = WorklistRow.of(
                    Objects.requireNonNull(written.item()).waitingFor(new Awaited(Awaited.Kind.OPINION, "zhao", "赵医师")),
                    0);
            CellMark question = marks.state(asked);
            assertTrue(question.text().contains("赵医师"), question.text());
            assertEquals("critical", question.tone(), "a question hides no temporary report");
            assertTrue(question.tip().contains("2:05"), question.tip());
            assertEquals("plain", marks.state(Rows.ALL.getFirst()).tone());
        }
    }

    /// Rows stand at 04:00 UTC.
    @Test
    void theMomentIsSaidInTheTimeOfThePlace() {
        assertEquals("2026-01-05 13:05", FormalDue.at(early, ZoneId.of("Asia/Shanghai")));
        assertEquals("2026-01-05 02:55", FormalDue.at(late, ZoneId.of("UTC")));
        assertEquals("", FormalDue.at(Rows.ALL.getFirst(), ZoneId.of("UTC")));
    }

    private static SiftedRows sifted(List<WorklistRow> rows, Chip chip) {
        return SiftedRows.of(new SiftedRows.Question(rows, "", chip, row -> true, null, null), Rows.sight());
    }
}
