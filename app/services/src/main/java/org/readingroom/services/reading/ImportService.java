package org.readingroom.services.reading;

import java.nio.file.Path;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Takes files, folders, ZIP archives and DICOMDIR file sets into this home.
public final class ImportService {
    ImportService() {}

    /// Blocks until all is taken or `progress` says cancel; what was taken by then stays.
    ///
    /// **Thread:** any but `fx` and `gl`.
    /// **Errors:** only what ends the whole import, such as a full disk; a bad file is in the summary.
    public ImportSummary importPaths(List<Path> paths, Progress progress) throws WorkstationException {
        throw new UnsupportedOperationException();
    }
}
