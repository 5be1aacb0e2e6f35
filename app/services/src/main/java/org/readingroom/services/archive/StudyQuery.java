package org.readingroom.services.archive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.StudyUid;

/// What is looked for; an empty field matches everything. `*` in the name stands for any letters.
public record StudyQuery(
        String patientId,
        String patientName,
        String accessionNumber,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> modalities,
        @Nullable StudyUid study) {
    public StudyQuery {
        modalities = List.copyOf(modalities);
    }

    public static StudyQuery ofStudy(StudyUid study) {
        return new StudyQuery("", "", "", null, null, List.of(), study);
    }

    public static StudyQuery ofPatient(String patientId) {
        return new StudyQuery(patientId, "", "", null, null, List.of(), null);
    }
}
