package org.readingroom.report.sign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A signature could not be made: the key does not open, or its certificate does not fit.
public class SigningException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public SigningException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
