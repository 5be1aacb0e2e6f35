package org.readingroom.viewer.nifti;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// Frames that a NIfTI file cannot tell truly.
public final class NiftiException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    NiftiException(String messageKey, String facts) {
        super(messageKey, List.of(), facts, null);
    }
}
