package org.readingroom.services.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// How many surely earlier studies of a patient are known, for many patients at once: studies are looked up by the
/// number of the patient, and only those of one number are compared.
final class PriorCounts {
    private final Map<String, List<Study>> byNumber = new HashMap<>();

    PriorCounts(Collection<Study> studies) {
        for (Study study : studies) {
            byNumber.computeIfAbsent(number(study.patient()), number -> new ArrayList<>())
                    .add(study);
        }
    }

    int of(Study study) {
        return (int) PriorFinder.of(study, same(study.patient())).stream()
                .filter(PriorStudy::isPrior)
                .count();
    }

    /// Of a patient whose study has no picture here yet: every study that is surely theirs but `expected`.
    int of(Patient patient, @Nullable StudyUid expected) {
        return (int) same(patient).stream()
                .filter(study -> !study.uid().equals(expected)
                        && PatientIdentity.of(patient, study.patient()) == PatientIdentity.SAME)
                .count();
    }

    private List<Study> same(Patient patient) {
        String number = number(patient);
        // without a number everybody would be compared with everybody
        return number.isEmpty() ? List.of() : byNumber.getOrDefault(number, List.of());
    }

    private static String number(Patient patient) {
        return Normalizer.normalize(patient.id().value(), Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
