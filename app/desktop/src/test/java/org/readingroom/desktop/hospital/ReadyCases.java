package org.readingroom.desktop.hospital;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Invented rows of the list, for tests of what is ready.
final class ReadyCases {
    static final Order.Reader ME = new Order.Reader("radiologist", "演示医师");
    static final ListSight SIGHT =
            new ListSight(ME, Instant.parse("2026-01-05T04:00:00Z"), study -> Readiness.NOTHING, order -> false);

    private static final Patient PATIENT =
            new Patient(new PatientId("P", ""), PersonName.parse("Ce^Yi"), null, Sex.FEMALE);

    private ReadyCases() {}

    static StudyUid study(int number) {
        return new StudyUid("2.25.900" + number);
    }

    static Order order(int number, @Nullable StudyUid study, OrderState state, Order.@Nullable Reader owner) {
        return new Order(
                "t" + number,
                "1",
                "r" + number,
                "A" + number,
                study,
                PATIENT,
                Set.of(),
                OrderPriority.ROUTINE,
                "CT",
                "CHEST",
                "Chest",
                state,
                null,
                null,
                owner);
    }

    /// A case of the hospital's list of which nothing is here.
    static WorklistRow ordered(int number, OrderState state, Order.@Nullable Reader owner) {
        return new WorklistRow(null, order(number, study(number), state, owner), "", "", 0, "");
    }

    /// A study that is here, `order` where the hospital's list has it.
    static WorklistRow here(int number, ReadingState state, String reader, Set<String> signers, @Nullable Order order) {
        Study study = new Study(
                study(number), PATIENT, "A" + number, null, "Chest", new TreeSet<>(List.of("CT")), "CHEST", 1, 12);
        WorklistItem item = new WorklistItem(study, state, ReadingPriority.ROUTINE, "", "", null, reader, "", signers);
        return new WorklistRow(item, order, "", "", 0, "");
    }
}
