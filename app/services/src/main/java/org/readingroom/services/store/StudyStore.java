package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The studies of this home: their lists and the way to their files.
///
/// **Thread:** any but `fx` and `gl`; blocks.
public final class StudyStore {
    StudyStore() {}

    /// All studies, newest first.
    public List<Study> studies() throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    public Optional<Study> study(StudyUid uid) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// By series number.
    public List<Series> series(StudyUid study) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// By instance number.
    public List<StoredInstance> instances(SeriesUid series) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    /// The file of one instance, opened whole in memory.
    public DicomFile open(SopInstanceUid instance) throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
