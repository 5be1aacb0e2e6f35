package org.readingroom.viewer.deidentify;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// One object that cannot be de-identified honestly and has to stay where it is.
public final class DeidentifyException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    DeidentifyException(String messageKey, String facts) {
        super(messageKey, List.of(), facts, null);
    }
}
