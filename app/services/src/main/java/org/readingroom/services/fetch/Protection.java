package org.readingroom.services.fetch;

import java.util.Set;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Says which studies are never taken off the disk.
@FunctionalInterface
public interface Protection {
    /// Those of `studies` that are unread, assigned, or have something unsent or unfinished.
    ///
    /// **Errors:** when it cannot be told, nothing is taken off.
    Set<StudyUid> keptOf(Set<StudyUid> studies) throws WorkstationException;
}
