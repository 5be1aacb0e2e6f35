package org.readingroom.services.reading;

import java.util.List;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The worklist: the studies of this home with what has become of each.
public final class WorklistService {
    WorklistService() {}

    /// Every item: urgent before routine, then newest first.
    public List<WorklistItem> items() throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    public void setPriority(StudyUid study, ReadingPriority priority) throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
