package org.readingroom.desktop.worklist;

import java.util.List;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Where the worklist gets its rows and their series.
///
/// **Thread:** any but `fx`; blocks.
public interface WorklistSource {
    List<WorklistRow> rows() throws WorkstationException;

    List<Series> series(StudyUid study) throws WorkstationException;
}
