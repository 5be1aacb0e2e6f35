package org.readingroom.report.model;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// Whose and which study a report is about; part of what is signed.
///
/// `modality` is the one that picks the template, such as `CT`; `institution` may be empty.
public record StudyIdentity(
        StudyUid study,
        Patient patient,
        String accessionNumber,
        @Nullable LocalDateTime studyTime,
        String modality,
        String bodyPart,
        String description,
        String institution) {

    /// Takes the first modality that makes images by which reports are written.
    public static StudyIdentity of(Study study, String institution) {
        String modality = study.modalities().stream()
                .filter(code -> !NOT_IMAGING.contains(code))
                .findFirst()
                .orElse("");
        return new StudyIdentity(
                study.uid(),
                study.patient(),
                study.accessionNumber(),
                study.dateTime(),
                modality,
                study.bodyPart(),
                study.description(),
                institution);
    }

    private static final java.util.Set<String> NOT_IMAGING =
            java.util.Set.of("SR", "PR", "KO", "SEG", "REG", "DOC", "OT", "SC", "RTSTRUCT", "RTPLAN", "RTDOSE");
}
