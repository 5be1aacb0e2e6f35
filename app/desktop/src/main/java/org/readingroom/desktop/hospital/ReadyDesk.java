package org.readingroom.desktop.hospital;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What is ready for offline, as its sheet needs it.
///
/// **Thread:** any but `fx`; blocks.
public interface ReadyDesk {
    /// How the cache is used, and how much each study takes of it.
    record Used(CacheFigures figures, Map<StudyUid, Long> bytes) {}

    record Look(List<ReadyRow> rows, Used used) {}

    /// Whether there is an archive to bring studies from.
    boolean hasArchive();

    /// The cases of this person and those of the room, this person's first.
    Look look() throws WorkstationException;

    ReadyStand stand(StudyUid study);

    Used used() throws WorkstationException;

    /// **Thread:** any; returns at once.
    void bring(StudyUid study);

    /// Tells of each study that stands otherwise, and when the lists are others, on any thread, until closed.
    Listening follow(Consumer<StudyUid> study, Runnable lists);
}
