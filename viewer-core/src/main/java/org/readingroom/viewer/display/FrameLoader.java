package org.readingroom.viewer.display;

import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// Brings the pixels of a frame from wherever they are: memory, disk, later the archive.
@FunctionalInterface
public interface FrameLoader {
    /// Returns the stored values of `frame`, before the modality LUT.
    ///
    /// **Shape:** as [StoredPixels].
    /// **Thread:** any but `fx` and `gl`; blocks; an interrupt cancels the request.
    /// **Errors:** [FrameUnavailableException] when nobody holds the frame or reading it breaks;
    /// [org.readingroom.viewer.codec.CodecException] when its bytes cannot be decoded. Neither leaves a
    /// partial frame in a cache.
    StoredPixels load(FrameRef frame, Priority priority) throws WorkstationException;
}
