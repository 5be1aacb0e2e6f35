package org.readingroom.report.research;

import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.PatientId;

/// Whose a report is, as far as pseudonyms go. `value` never leaves.
record ResearchSubject(String value) {
    /// `patient` is the number that stands for the patient after all merges. A report without one is a
    /// patient of its own: two nameless patients must not become one.
    static ResearchSubject of(PatientId patient, StudyIdentity study) {
        return patient.value().isBlank()
                ? new ResearchSubject("study\0" + study.study().value())
                : new ResearchSubject(patient.value() + '\0' + patient.issuer());
    }
}
