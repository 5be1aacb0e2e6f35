package org.readingroom.viewer.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A file that is not DICOM, or that cannot be read as such at all.
public final class DicomException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public DicomException(String messageKey, String facts) {
        super(messageKey, facts);
    }

    public DicomException(String messageKey, List<Object> arguments, String facts, @Nullable Throwable cause) {
        super(messageKey, arguments, facts, cause);
    }
}
