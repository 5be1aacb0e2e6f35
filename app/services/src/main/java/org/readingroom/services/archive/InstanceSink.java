package org.readingroom.services.archive;

import org.readingroom.viewer.model.WorkstationException;

/// Takes instances as they come in.
@FunctionalInterface
public interface InstanceSink {
    /// `file` is one whole DICOM file.
    void arrived(byte[] file) throws WorkstationException;
}
