package org.readingroom.services.fetch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.SamePatient;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.codec.FrameLengths;
import org.readingroom.viewer.dicom.Defect;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Looks at a file from the archive before it counts as here: it is whole, its pixels have the length that its header
/// states, and it is what was asked for, of the patient it was asked for.
// [impl->req~fetch.verified~1]
final class InstanceCheck {
    private final StudyStore studies;
    private final StudyUid study;
    private final String patientId;
    private final AtomicReference<@Nullable Study> first = new AtomicReference<>();

    /// `patientId` is empty when the archive says none.
    InstanceCheck(StudyStore studies, StudyUid study, String patientId) {
        this.studies = studies;
        this.study = study;
        this.patientId = patientId;
    }

    /// **Errors:** says what is wrong with the file.
    InstanceHeader header(byte[] bytes) throws WorkstationException {
        DicomFile file = read(bytes);
        for (Defect defect : file.defects()) {
            switch (defect.kind()) {
                case TRUNCATED, INFLATE_FAILED ->
                    throw refusal("services.import.damaged", defect.kind().name());
                default -> {}
            }
        }
        if (!FrameLengths.areWhole(file)) {
            throw refusal("services.fetch.pixels-short", "fewer pixels than the header states");
        }
        return InstanceHeader.of(file);
    }

    private static DicomFile read(byte[] bytes) throws WorkstationException {
        try {
            return DicomReader.read(bytes);
        } catch (RuntimeException | StackOverflowError e) {
            throw new WorkstationException("services.import.unreadable", List.of(), "reader failed", e);
        }
    }

    /// **Errors:** says in what `header` differs from what was listed, or from whose study it is.
    void identity(InstanceHeader header, ArchiveInstance listed) throws WorkstationException {
        if (!header.uid().equals(listed.uid())
                || !header.series().uid().equals(listed.series())
                || !header.study().uid().equals(study)) {
            throw refusal("services.fetch.other-instance", "another instance than the one listed");
        }
        boolean isOfClass = listed.sopClassUid().isEmpty()
                || listed.sopClassUid().equals(header.instance().sopClassUid());
        int frames = header.instance().frames();
        if (!isOfClass || (listed.frames() > 1 && frames > 0 && listed.frames() != frames)) {
            throw refusal("services.fetch.other-instance", "another class or number of frames than listed");
        }
        Study its = header.study();
        Optional<Study> known = studies.study(study);
        boolean isListedPatient = patientId.isEmpty()
                || patientId.strip().equals(its.patient().id().value().strip());
        boolean isFirstPatient = !isListedPatient
                || first.compareAndSet(null, its)
                || SamePatient.is(Objects.requireNonNull(first.get()).patient(), its.patient());
        if (!isListedPatient
                || !isFirstPatient
                || known.isPresent() && !SamePatient.is(known.get().patient(), its.patient())) {
            throw refusal("services.import.other-patient", "study of another patient");
        }
        Optional<StudyUid> home = studies.studyOf(header.series().uid());
        if (home.isPresent() && !home.get().equals(study)) {
            throw refusal("services.import.other-study", "series of another study");
        }
    }

    private static WorkstationException refusal(String key, String facts) {
        return new WorkstationException(key, facts);
    }
}
