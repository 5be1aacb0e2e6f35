package org.readingroom.services.archive;

import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// One instance as the archive lists it. `number` and `frames` are 0 where it does not say.
public record ArchiveInstance(
        SopInstanceUid uid, SeriesUid series, StudyUid study, String sopClassUid, int number, int frames) {}
