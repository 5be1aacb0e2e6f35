package org.readingroom.services.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Invented orders, of the invented patient of [SmallDicom].
public final class Orders {
    private static final Instant ASKED = Instant.parse("2026-03-01T00:20:00Z");

    private Orders() {}

    /// A waiting order for a CT of the chest, of the patient and with the accession number of study `number`.
    public static Order waiting(String id, int number) {
        return of(id, "1", number, OrderState.WAITING, null, ASKED);
    }

    public static Order of(
            String id,
            String version,
            int number,
            OrderState state,
            Order.@Nullable Reader owner,
            @Nullable Instant requested) {
        return new Order(
                id,
                version,
                "request-" + id,
                "ACC-DEMO-" + number,
                new StudyUid("2.25.100" + number),
                new Patient(
                        new PatientId("DEMO-" + number, ""),
                        PersonName.parse("Wang^XiaoDong=王^小东"),
                        LocalDate.of(1961, 4, 9),
                        Sex.MALE),
                Set.of(PatientFlag.EMERGENCY),
                OrderPriority.URGENT,
                "CT",
                "CHEST",
                "胸部平扫",
                state,
                requested,
                requested == null ? null : requested.plusSeconds(1800),
                owner);
    }

    /// The same without a word about which study it is.
    public static Order withoutStudy(Order o) {
        return new Order(
                o.id(),
                o.version(),
                o.request(),
                o.accessionNumber(),
                null,
                o.patient(),
                o.flags(),
                o.priority(),
                o.modality(),
                o.bodyPart(),
                o.description(),
                o.state(),
                o.requested(),
                o.due(),
                o.owner());
    }

    /// The same of somebody else.
    public static Order of(Order o, Patient patient) {
        return new Order(
                o.id(),
                o.version(),
                o.request(),
                o.accessionNumber(),
                o.study(),
                patient,
                o.flags(),
                o.priority(),
                o.modality(),
                o.bodyPart(),
                o.description(),
                o.state(),
                o.requested(),
                o.due(),
                o.owner());
    }
}
