package org.readingroom.services.reading;

import org.readingroom.report.model.Report;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.ris.Order;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Study;

/// Studies, orders and drafts under the number that stands for their patient after a merge (clause A3).
public final class SurvivingPatients {
    private final PatientLinks links;

    public SurvivingPatients(PatientLinks links) {
        this.links = links;
    }

    public PatientLinks links() {
        return links;
    }

    /// Whether both are one number, as they stand or since a merge. Issuers are not compared: an order names its own
    /// way what the images name another.
    // [impl->req~patient.merged~1]
    public boolean isOne(PatientId one, PatientId two) {
        return one.value().equals(two.value())
                || links.survivor(one).value().equals(links.survivor(two).value());
    }

    public Study of(Study study) {
        Patient patient = links.of(study.patient());
        return patient.equals(study.patient())
                ? study
                : new Study(
                        study.uid(),
                        patient,
                        study.accessionNumber(),
                        study.dateTime(),
                        study.description(),
                        study.modalities(),
                        study.bodyPart(),
                        study.seriesCount(),
                        study.instanceCount());
    }

    Order of(Order order) {
        Patient patient = links.of(order.patient());
        return patient.equals(order.patient())
                ? order
                : new Order(
                        order.id(),
                        order.version(),
                        order.request(),
                        order.subject(),
                        order.accessionNumber(),
                        order.study(),
                        patient,
                        order.flags(),
                        order.priority(),
                        order.modality(),
                        order.bodyPart(),
                        order.description(),
                        order.state(),
                        order.requested(),
                        order.due(),
                        order.owner());
    }

    /// A draft follows its study to another number; nothing else of it changes, and what was signed never does.
    static Report follow(Report draft, Study study) {
        StudyIdentity then = draft.study();
        Patient who = then.patient();
        PatientId now = study.patient().id();
        if (who.id().equals(now)) {
            return draft;
        }
        return draft.withStudy(new StudyIdentity(
                then.study(),
                new Patient(now, who.name(), who.birthDate(), who.sex()),
                then.accessionNumber(),
                then.studyTime(),
                then.modality(),
                then.bodyPart(),
                then.description(),
                then.institution()));
    }
}
