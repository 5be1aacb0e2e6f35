package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

class WorklistRowTest {
    private static final Patient ORDERED = patient("P1", "Li^Ming=李^明", 1950);
    private static final Patient TAKEN = patient("P1", "LI MING", 1950);

    // [utest->req~worklist.row~1]
    @Test
    void theOrdersWordsStandBeforeThoseOfTheFiles() {
        WorklistRow both = row(item(ReadingState.DRAFT, "王医师"), order("2.25.9", OrderState.CLAIMED, "赵医师"));
        assertEquals(ORDERED, both.patient());
        assertEquals("A-ORDER", both.accessionNumber());
        assertEquals("MR", both.modality());
        assertEquals(ReadingPriority.HIGH, both.priority());
        assertEquals("赵医师", both.reader());
        assertEquals(ReadingState.DRAFT, both.state(), "what was done here is not undone by an older word");
        WorklistRow alone = WorklistRow.of(item(ReadingState.DRAFT, "王医师"), 2);
        assertEquals(TAKEN, alone.patient());
        assertEquals("A-FILE", alone.accessionNumber());
        assertEquals("CT", alone.modality());
        assertEquals(ReadingPriority.ROUTINE, alone.priority());
        assertEquals("王医师", alone.reader());
    }

    @Test
    void anOrderWithoutPicturesIsARowOfItsOwn() {
        WorklistRow none = row(null, order(null, OrderState.WAITING, null));
        assertEquals(Optional.empty(), none.uid());
        assertEquals(Optional.empty(), none.study());
        assertEquals(ReadingState.NEW, none.state());
        assertEquals("", none.reader());
        assertEquals(
                ReadingState.DONE_ELSEWHERE,
                row(null, order(null, OrderState.COMPLETED, null)).state());
        assertThrows(IllegalArgumentException.class, () -> new WorklistRow(null, null, "", "", 0, ""));
    }

    @Test
    void aCaseThatItsHolderHasSignedHereIsHeldByNobodyAtThisDesk() {
        Order held = order("2.25.9", OrderState.CLAIMED, "zhao");
        WorklistItem signed = item(ReadingState.TRAINEE_SUBMITTED, "赵医师").signedBy(Set.of("id-zhao"));
        WorklistRow onItsWay = row(signed, held);
        assertEquals(held.owner(), onItsWay.handedOnBy());
        assertEquals(null, onItsWay.caseOrder().owner());
        assertEquals(OrderState.WAITING, onItsWay.caseOrder().state());
        assertEquals(held.version(), onItsWay.caseOrder().version());
        WorklistItem temporary = item(ReadingState.TEMPORARY_SIGNED, "赵医师").signedBy(Set.of("id-zhao"));
        assertEquals(
                held.owner(), row(temporary, held).handedOnBy(), "whoever comes in the morning writes the formal one");
        WorklistRow byAnother = row(item(ReadingState.TRAINEE_SUBMITTED, "赵医师").signedBy(Set.of("id-qian")), held);
        assertEquals(null, byAnother.handedOnBy());
        assertEquals(held, byAnother.caseOrder());
        WorklistRow writing = row(item(ReadingState.DRAFT, "赵医师"), held);
        assertEquals(held, writing.caseOrder());
    }

    /// The hospital has not heard of the last signature yet and still names who held the case before.
    @Test
    void aCaseThatWasReadToItsEndHereIsClosedAtThisDesk() {
        Order held = order("2.25.9", OrderState.CLAIMED, "zhao");
        WorklistItem last = item(ReadingState.AWAITING_ISSUE, "钱医师").signedBy(Set.of("id-zhao", "id-qian"));
        assertEquals(OrderState.COMPLETED, row(last, held).caseOrder().state());
        assertEquals(held.version(), row(last, held).caseOrder().version());
        Order free = order("2.25.9", OrderState.WAITING, null);
        assertEquals(OrderState.COMPLETED, row(last, free).caseOrder().state());
        Order taken = order("2.25.9", OrderState.CLAIMED, "sun");
        assertEquals(taken, row(last, taken).caseOrder(), "somebody else has taken it meanwhile");
        WorklistItem issued = item(ReadingState.ISSUED, "钱医师").signedBy(Set.of("id-zhao"));
        assertEquals(held, row(issued, held).caseOrder(), "the hospital knows, and says otherwise");
    }

    @Test
    void aCaseStaysTheSameWhenItsPicturesArrive() {
        WorklistRow before = row(null, order("2.25.9", OrderState.WAITING, null));
        WorklistRow after = row(item(ReadingState.NEW, ""), order("2.25.9", OrderState.CLAIMED, "x"));
        assertTrue(before.isSameCase(after));
        assertTrue(WorklistRow.of(item(ReadingState.NEW, ""), 0).isSameCase(after), "by the study");
        assertFalse(row(null, order(null, OrderState.WAITING, null))
                .isSameCase(WorklistRow.of(item(ReadingState.NEW, ""), 0)));
    }

    /// Counted again by asking for each study among all, without looking up by number.
    @Test
    void priorsAreCountedAsTheFinderCountsThem() {
        Random random = new Random(7);
        List<Study> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Patient patient = patient(
                    i % 50 == 0 ? "" : "P" + random.nextInt(40), "N^" + random.nextInt(2), 1950 + random.nextInt(2));
            all.add(study(
                    "2.25." + i, patient, LocalDateTime.of(2026, 1, 1, 8, 0).plusHours(random.nextInt(500))));
        }
        PriorCounts counts = new PriorCounts(all);
        int total = 0;
        for (Study study : all) {
            int expected = study.patient().id().value().isEmpty()
                    ? 0
                    : (int) PriorFinder.of(study, all).stream()
                            .filter(PriorStudy::isPrior)
                            .count();
            assertEquals(expected, counts.of(study), study.uid().value());
            total += expected;
        }
        assertTrue(total > 100, "the truth is not empty");
        long own = all.stream()
                .filter(s -> PatientIdentity.of(all.get(1).patient(), s.patient()) == PatientIdentity.SAME)
                .count();
        assertEquals(own - 1, counts.of(all.get(1).patient(), all.get(1).uid()));
        assertEquals(own, counts.of(all.get(1).patient(), null));
    }

    private static WorklistRow row(@Nullable WorklistItem item, Order order) {
        return new WorklistRow(item, order, "li ming", "lm", 0, "");
    }

    private static WorklistItem item(ReadingState state, String reader) {
        return new WorklistItem(
                study("2.25.9", TAKEN, LocalDateTime.of(2026, 1, 1, 8, 0)),
                state,
                ReadingPriority.ROUTINE,
                "",
                "",
                null,
                reader,
                "");
    }

    private static Study study(String uid, Patient patient, LocalDateTime taken) {
        return new Study(
                new StudyUid(uid), patient, "A-FILE", taken, "Chest", new TreeSet<>(Set.of("CT")), "CHEST", 1, 10);
    }

    private static Order order(@Nullable String study, OrderState state, @Nullable String owner) {
        return new Order(
                "t1",
                "1",
                "r1",
                "A-ORDER",
                study == null ? null : new StudyUid(study),
                ORDERED,
                Set.of(),
                OrderPriority.URGENT,
                "MR",
                "HEAD",
                "Head MR",
                state,
                null,
                null,
                owner == null ? null : new Order.Reader("id-" + owner, owner));
    }

    private static Patient patient(String number, String name, int born) {
        return new Patient(new PatientId(number, ""), PersonName.parse(name), LocalDate.of(born, 1, 1), Sex.MALE);
    }
}
