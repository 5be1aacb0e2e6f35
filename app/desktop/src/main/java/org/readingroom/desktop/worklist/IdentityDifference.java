package org.readingroom.desktop.worklist;

import java.util.Locale;
import org.readingroom.services.reading.PatientIdentity;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.Study;

/// Whether the pictures of a study are of the patient and the request that its order names (clause A26).
// [impl->req~worklist.identity~1]
public enum IdentityDifference {
    NONE,
    /// The same patient, another accession number.
    ACCESSION,
    /// One person by some of the facts, not by all.
    PERHAPS,
    OTHER_PATIENT;

    public static IdentityDifference of(Order order, Study study) {
        return switch (PatientIdentity.of(unissued(order.patient()), unissued(study.patient()))) {
            case OTHER -> OTHER_PATIENT;
            case PERHAPS -> PERHAPS;
            case SAME -> isOtherNumber(order.accessionNumber(), study.accessionNumber()) ? ACCESSION : NONE;
        };
    }

    /// The same of a row of the list; none where it has no order or no pictures.
    public static IdentityDifference of(WorklistRow row) {
        Order order = row.order();
        return order == null ? NONE : row.study().map(study -> of(order, study)).orElse(NONE);
    }

    /// The order names this very study, and two systems call one issuer by different names: the number counts, and what
    /// is said of the person.
    private static Patient unissued(Patient patient) {
        return new Patient(new PatientId(patient.id().value(), ""), patient.name(), patient.birthDate(), patient.sex());
    }

    /// What one of the two does not say is no difference.
    private static boolean isOtherNumber(String ordered, String taken) {
        return !ordered.isBlank() && !taken.isBlank() && !ordered.strip().equalsIgnoreCase(taken.strip());
    }

    /// A line of the message bundles.
    public String messageKey() {
        return "desktop.identity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
