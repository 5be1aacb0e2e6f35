package org.readingroom.services.reading;

import java.io.IOException;
import org.readingroom.viewer.model.WorkstationException;

/// One thing that may be an instance: a file, or an entry of an archive.
interface ImportSource {
    /// As the person gave it, with `!` before a name inside an archive.
    String path();

    /// **Errors:** a [WorkstationException] names why this one is not taken.
    byte[] read() throws IOException, WorkstationException;
}
