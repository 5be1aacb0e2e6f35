package org.readingroom.services.ris;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.StudyUid;

/// One case to be read, as the RIS has it: in FHIR a Task with its ServiceRequest, Patient and ImagingStudy.
///
/// `id` names the Task for a claim; `version` is another whenever Task or request changed; `request` names the order
/// itself and `subject` the patient, as the RIS refers to them: `ServiceRequest/5`, `Patient/7`; empty where it does
/// not. `study` is null until pictures are known. `due` is when waiting becomes too long; null where no limit is set.
public record Order(
        String id,
        String version,
        String request,
        String subject,
        String accessionNumber,
        @Nullable StudyUid study,
        Patient patient,
        Set<PatientFlag> flags,
        OrderPriority priority,
        String modality,
        String bodyPart,
        String description,
        OrderState state,
        @Nullable Instant requested,
        @Nullable Instant due,
        @Nullable Reader owner) {
    public Order {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /// An order of a patient whom the RIS has no name for.
    public Order(
            String id,
            String version,
            String request,
            String accessionNumber,
            @Nullable StudyUid study,
            Patient patient,
            Set<PatientFlag> flags,
            OrderPriority priority,
            String modality,
            String bodyPart,
            String description,
            OrderState state,
            @Nullable Instant requested,
            @Nullable Instant due,
            @Nullable Reader owner) {
        this(
                id,
                version,
                request,
                "",
                accessionNumber,
                study,
                patient,
                flags,
                priority,
                modality,
                bodyPart,
                description,
                state,
                requested,
                due,
                owner);
    }

    /// The same case with nobody holding it.
    public Order free() {
        return with(state == OrderState.CLAIMED ? OrderState.WAITING : state, null);
    }

    /// The same case, read to its end.
    public Order closed() {
        return with(OrderState.COMPLETED, owner);
    }

    private Order with(OrderState then, @Nullable Reader holder) {
        return new Order(
                id,
                version,
                request,
                subject,
                accessionNumber,
                study,
                patient,
                flags,
                priority,
                modality,
                bodyPart,
                description,
                then,
                requested,
                due,
                holder);
    }

    /// Who holds the case: `id` as the RIS knows the person.
    public record Reader(String id, String displayName) {}
}
