package org.readingroom.services.export;

import java.util.Set;
import org.readingroom.viewer.model.StudyUid;

/// What somebody wants to let out.
///
/// `objects` counts pictures, pages, DICOM objects or texts; `studies` are those it is about, empty when it is about
/// none.
public record ExportRequest(
        ExportForm form, ExportPlace place, PatientIdentity identity, Set<StudyUid> studies, int objects) {
    public ExportRequest {
        studies = Set.copyOf(studies);
        if (objects < 1) {
            throw new IllegalArgumentException("objects " + objects);
        }
    }

    public ExportRequest(ExportForm form, ExportPlace place, PatientIdentity identity, StudyUid study, int objects) {
        this(form, place, identity, Set.of(study), objects);
    }

    /// The detail of its audit event: codes and a number, such as `file named 12`.
    String auditDetail() {
        return (place + " " + identity + " ").toLowerCase(java.util.Locale.ROOT) + objects;
    }
}
