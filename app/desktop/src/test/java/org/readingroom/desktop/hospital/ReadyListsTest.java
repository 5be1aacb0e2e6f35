package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.desktop.hospital.ReadyCases.ME;
import static org.readingroom.desktop.hospital.ReadyCases.SIGHT;
import static org.readingroom.desktop.hospital.ReadyCases.here;
import static org.readingroom.desktop.hospital.ReadyCases.order;
import static org.readingroom.desktop.hospital.ReadyCases.ordered;
import static org.readingroom.desktop.hospital.ReadyCases.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;

// [utest->req~hospital.ready~1]
class ReadyListsTest {
    private static final Order.Reader OTHER = new Order.Reader("zhao", "赵医师");

    /// Numbers of studies with `m` for mine and `r` for the room's.
    private static List<String> lists(ListSight sight, WorklistRow... rows) {
        return ReadyLists.of(List.of(rows), sight, study -> ReadyStand.NOTHING, Map.of()).stream()
                .map(row -> (row.isMine() ? "m" : "r")
                        + row.row().uid().orElseThrow().value().substring("2.25.900".length()))
                .toList();
    }

    @Test
    void mineComeFirstAndNobodyElsesCaseOrOneThatIsDoneComesAtAll() {
        assertEquals(
                List.of("m4", "r1", "r6"),
                lists(
                        SIGHT,
                        ordered(1, OrderState.WAITING, null),
                        ordered(2, OrderState.CLAIMED, OTHER),
                        ordered(3, OrderState.COMPLETED, ME),
                        ordered(4, OrderState.CLAIMED, ME),
                        ordered(5, OrderState.CANCELLED, null),
                        ordered(6, OrderState.WAITING, null)));
    }

    @Test
    void aCaseTakenWithoutTheHospitalIsMine() {
        ListSight sight = new ListSight(
                ME, SIGHT.now(), study -> Readiness.NOTHING, order -> order.id().equals("t2"));
        assertEquals(
                List.of("m2", "r1"),
                lists(sight, ordered(1, OrderState.WAITING, null), ordered(2, OrderState.WAITING, null)));
    }

    @Test
    void aCaseSignedHereAndHandedOnIsTheRooms() {
        Order held = order(1, study(1), OrderState.CLAIMED, ME);
        assertEquals(
                List.of("r1"), lists(SIGHT, here(1, ReadingState.TRAINEE_SUBMITTED, "演示医师", Set.of(ME.id()), held)));
    }

    @Test
    void aStudyWithoutAnOrderCountsOnlyWhereThereIsNoListOrAsMyDraft() {
        WorklistRow fresh = here(1, ReadingState.NEW, "", Set.of(), null);
        WorklistRow draft = here(2, ReadingState.DRAFT, "演示医师", Set.of(), null);
        WorklistRow signed = here(3, ReadingState.AWAITING_ISSUE, "演示医师", Set.of(), null);
        assertEquals(List.of("m2", "r1"), lists(SIGHT, fresh, draft, signed));
        WorklistRow temporary = here(5, ReadingState.TEMPORARY_SIGNED, "赵医师", Set.of("zhao"), null);
        assertEquals(List.of("r5"), lists(SIGHT, signed, temporary), "its formal report is still to be written");
        assertEquals(List.of("m2", "r4"), lists(SIGHT, fresh, draft, signed, ordered(4, OrderState.WAITING, null)));
    }

    @Test
    void eachRowTellsHowItsOwnStudyStands() {
        ReadyStand whole = new ReadyStand(new Readiness(9, 9, true), false, null);
        List<ReadyRow> rows = ReadyLists.of(
                List.of(ordered(1, OrderState.WAITING, null), ordered(2, OrderState.WAITING, null)),
                SIGHT,
                uid -> uid.equals(study(2)) ? whole : ReadyStand.NOTHING,
                Map.of(study(2), 4096L));
        assertEquals(
                List.of(false, true),
                rows.stream().map(row -> row.stand().isReady()).toList());
        assertEquals(List.of(0L, 4096L), rows.stream().map(ReadyRow::bytes).toList());
    }
}
