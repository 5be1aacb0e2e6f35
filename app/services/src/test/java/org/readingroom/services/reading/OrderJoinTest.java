package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.Orders;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~worklist.joined~1]
class OrderJoinTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Patient ZHANG = new Patient(
            new PatientId("DEMO-9", ""), PersonName.parse("Zhang^Li=张^丽"), LocalDate.of(1980, 1, 2), Sex.FEMALE);

    private final Pinyin pinyin = new Pinyin();

    private WorklistItem item(int number, Patient patient, int day) {
        Study study = new Study(
                new StudyUid("2.25.100" + number),
                patient,
                "ACC-DEMO-" + number,
                LocalDateTime.of(2026, 3, day, 8, 0),
                "Chest",
                new TreeSet<>(Set.of("CT")),
                "CHEST",
                1,
                1);
        return WorklistService.row(study, ReadingState.NEW, ReadingPriority.ROUTINE, null, "", pinyin);
    }

    private WorklistItem item(int number) {
        return item(number, Orders.waiting("x", number).patient(), 1);
    }

    private List<WorklistRow> rows(List<WorklistItem> items, Order... orders) {
        return new OrderJoin(items, List.of(orders), pinyin).rows();
    }

    @Test
    void anOrderWithoutPicturesPicturesWithoutOrderAndBothAreRows() {
        List<WorklistRow> rows = rows(List.of(item(1), item(2)), Orders.waiting("a", 1), Orders.waiting("b", 3));
        assertEquals(3, rows.size());
        assertEquals(List.of("a", "b", "-"), ids(rows));
        assertEquals(item(1), rows.get(0).item());
        assertNull(rows.get(1).item());
        assertEquals(new StudyUid("2.25.1002"), rows.get(2).uid().orElseThrow());
        assertTrue(new WorklistFilter("wxd DEMO-3 胸部").isIn(rows.get(1).searchText()));
    }

    private static List<String> ids(List<WorklistRow> rows) {
        return rows.stream()
                .map(row -> row.order() == null ? "-" : row.order().id())
                .toList();
    }

    @Test
    void anOrderThatNamesNoStudyGoesByAccessionNumberButNeverToAnotherPatient() {
        Order order = Orders.withoutStudy(Orders.waiting("a", 1));
        assertEquals(List.of("a"), ids(rows(List.of(item(1)), order)));
        List<WorklistRow> apart = rows(List.of(item(1, ZHANG, 1)), order);
        assertEquals(List.of("a", "-"), ids(apart));
        assertNull(apart.getFirst().item());
    }

    @Test
    void everyOpenOrderOfAStudyIsARowAndOfClosedOnesOnlyTheLast() {
        Order done = Orders.of("old", "3", 1, OrderState.COMPLETED, null, NINE);
        Order later = Orders.of("late", "3", 1, OrderState.COMPLETED, null, NINE.plusSeconds(60));
        assertEquals(List.of("late"), ids(rows(List.of(item(1)), done, later)));
        Order chest = Orders.of("chest", "1", 1, OrderState.WAITING, null, NINE);
        Order abdomen = Orders.of("abdomen", "1", 1, OrderState.WAITING, null, NINE);
        assertEquals(Set.of("chest", "abdomen"), Set.copyOf(ids(rows(List.of(item(1)), done, chest, later, abdomen))));
        assertEquals(List.of("-"), ids(rows(List.of(item(2)), done, later)));
    }

    @Test
    void earlierStudiesOfThePatientAreCounted() {
        Patient wang = Orders.waiting("x", 1).patient();
        List<WorklistItem> items = List.of(item(1, wang, 3), item(2, wang, 2), item(3, wang, 1), item(4, ZHANG, 1));
        List<WorklistRow> rows = rows(items, Orders.of(Orders.waiting("a", 7), wang));
        assertEquals(List.of("a"), ids(rows.subList(0, 1)));
        assertEquals(
                List.of(3, 2, 1, 0, 0), rows.stream().map(WorklistRow::priors).toList());
    }
}
