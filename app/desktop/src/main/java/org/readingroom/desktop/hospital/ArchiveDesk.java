package org.readingroom.desktop.hospital;

import java.util.function.Consumer;
import org.readingroom.services.archive.StudyPage;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The archive as the search sheet needs it.
public interface ArchiveDesk {
    /// **Thread:** any but `fx`; blocks.
    StudyPage find(StudyQuery query, int offset, int limit, Progress progress) throws WorkstationException;

    /// **Thread:** any; does not block for longer than a look into the index.
    Readiness readiness(StudyUid study);

    /// Brings a study here in the background.
    void bring(StudyUid study);

    void giveUp(StudyUid study);

    /// **Thread:** `listener` is told on any.
    Listening onChange(Consumer<StudyUid> listener);
}
