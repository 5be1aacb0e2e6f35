package org.readingroom.desktop.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Invented orders for tests of the list; `asked` and `limit` are minutes, the first before [Rows#NOW].
record OrderRows(
        String id,
        @Nullable StudyUid study,
        OrderPriority priority,
        Set<PatientFlag> flags,
        OrderState state,
        @Nullable Integer asked,
        @Nullable Integer limit,
        Order.@Nullable Reader owner) {
    static OrderRows waiting(String id) {
        return new OrderRows(
                id, new StudyUid("2.25.900" + id), OrderPriority.ROUTINE, Set.of(), OrderState.WAITING, 10, 60, null);
    }

    OrderRows asked(@Nullable Integer minutes, @Nullable Integer most) {
        return new OrderRows(id, study, priority, flags, state, minutes, most, owner);
    }

    OrderRows marked(OrderPriority how, PatientFlag... with) {
        return new OrderRows(id, study, how, Set.of(with), state, asked, limit, owner);
    }

    OrderRows held(Order.Reader by) {
        return new OrderRows(id, study, priority, flags, OrderState.CLAIMED, asked, limit, by);
    }

    OrderRows in(OrderState now) {
        return new OrderRows(id, study, priority, flags, now, asked, limit, owner);
    }

    OrderRows without() {
        return new OrderRows(id, null, priority, flags, state, asked, limit, owner);
    }

    Order order() {
        Instant requested = asked == null ? null : Rows.NOW.minus(Duration.ofMinutes(asked));
        Patient patient = new Patient(
                new PatientId("P-" + id, "RR"),
                PersonName.parse("Ce^" + id + "=测^" + id),
                LocalDate.of(1950, 3, 4),
                Sex.MALE);
        return new Order(
                id,
                "1",
                "r" + id,
                "ACC" + id,
                study,
                patient,
                flags,
                priority,
                "CT",
                "CHEST",
                "Chest CT",
                state,
                requested,
                requested == null || limit == null ? null : requested.plus(Duration.ofMinutes(limit)),
                owner);
    }

    WorklistRow row() {
        return new WorklistRow(
                null, order(), "ce " + id, "c" + id, 0, ("ce " + id + " acc" + id).toLowerCase(Locale.ROOT));
    }
}
