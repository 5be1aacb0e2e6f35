package org.readingroom.services.remote.ups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Workitem → [Order].
final class UpsOrders {
    private UpsOrders() {}

    static Optional<Order> of(UpsDataSet item) {
        String id = item.text(UpsTag.WORKITEM);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        UpsDataSet request = item.item(UpsTag.REQUEST);
        Instant start = item.instant(UpsTag.START);
        Instant expires = item.instant(UpsTag.EXPIRES);
        LocalDate birth = item.date(UpsTag.BIRTH_DATE);
        OrderState state = state(item.text(UpsTag.STATE));
        String procedure = request.text(UpsTag.PROCEDURE);
        Patient patient = new Patient(
                new PatientId(item.text(UpsTag.PATIENT_ID), item.text(UpsTag.ISSUER)),
                item.name(UpsTag.PATIENT_NAME),
                birth,
                Sex.ofCode(item.text(UpsTag.SEX)));
        return Optional.of(new Order(
                id,
                item.text(UpsTag.MODIFIED),
                id,
                request.text(UpsTag.ACCESSION),
                study(item, request),
                patient,
                flags(birth, start),
                priority(item.text(UpsTag.PRIORITY)),
                item.text(UpsTag.MODALITY),
                "",
                procedure.isEmpty() ? item.text(UpsTag.LABEL) : procedure,
                state,
                start,
                expires == null ? item.instant(UpsTag.COMPLETION) : expires,
                state == OrderState.CLAIMED ? owner(item) : null));
    }

    private static Set<PatientFlag> flags(@Nullable LocalDate birth, @Nullable Instant at) {
        return birth != null
                        && at != null
                        && PatientFlag.isElderly(birth, LocalDate.ofInstant(at, ZoneId.systemDefault()))
                ? Set.of(PatientFlag.ELDERLY)
                : Set.of();
    }

    /// The study to be read; where several are handed in, that of the request, or none.
    private static @Nullable StudyUid study(UpsDataSet item, UpsDataSet request) {
        List<String> input = item.items(UpsTag.INPUT).stream()
                .map(each -> each.text(UpsTag.STUDY))
                .filter(uid -> !uid.isEmpty())
                .distinct()
                .toList();
        String uid = input.size() == 1 ? input.getFirst() : request.text(UpsTag.STUDY);
        return uid.isEmpty() ? null : new StudyUid(uid);
    }

    /// **Source:** PS3.3 C.30.2: HIGH is urgent or emergent, which of the two it does not say.
    private static OrderPriority priority(String code) {
        return code.equals("HIGH") ? OrderPriority.URGENT : OrderPriority.ROUTINE;
    }

    static OrderState state(String state) {
        return switch (state) {
            case "IN PROGRESS" -> OrderState.CLAIMED;
            case "COMPLETED" -> OrderState.COMPLETED;
            case "CANCELED" -> OrderState.CANCELLED;
            default -> OrderState.WAITING;
        };
    }

    /// Null when the one who holds it did not say who that is.
    private static Order.@Nullable Reader owner(UpsDataSet item) {
        UpsDataSet performer = item.item(UpsTag.PERFORMED).item(UpsTag.ACTUAL_PERFORMERS);
        String id = performer.item(UpsTag.PERFORMER_CODE).text(UpsTag.CODE_VALUE);
        String name = performer.name(UpsTag.PERFORMER_NAME).display();
        return id.isEmpty() && name.isEmpty()
                ? null
                : new Order.Reader(id.isEmpty() ? name : id, name.isEmpty() ? id : name);
    }

    /// A server may keep to itself who performs; the one who claimed knows.
    static Order heldBy(Order o, Order.Reader reader) {
        return new Order(
                o.id(),
                o.version(),
                o.request(),
                o.subject(),
                o.accessionNumber(),
                o.study(),
                o.patient(),
                o.flags(),
                o.priority(),
                o.modality(),
                o.bodyPart(),
                o.description(),
                OrderState.CLAIMED,
                o.requested(),
                o.due(),
                reader);
    }
}
