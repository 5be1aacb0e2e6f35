package org.readingroom.services.store;

import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// One instance whose file is complete on disk.
///
/// `number` is Instance Number (0020,0013), 0 when absent; `frames` is at least 1 for images, 0 for other
/// objects; `bytes` is the size of the DICOM file before encryption.
public record StoredInstance(
        SopInstanceUid uid,
        SeriesUid series,
        StudyUid study,
        String sopClassUid,
        String transferSyntaxUid,
        int number,
        int frames,
        long bytes) {}
