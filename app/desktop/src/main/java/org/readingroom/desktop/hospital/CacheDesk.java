package org.readingroom.desktop.hospital;

import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.viewer.model.WorkstationException;

/// The limits of the local cache as those who set them need them.
///
/// **Thread:** any but `fx`; blocks.
public interface CacheDesk {
    record Now(CacheFigures figures, boolean mayChange) {}

    Now now() throws WorkstationException;

    /// Holds other limits from now on; returns how many studies left the disk for them.
    int keep(CacheLimits limits) throws WorkstationException;
}
