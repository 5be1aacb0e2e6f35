package org.readingroom.services.print;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// A job that is not printed, for a reason a person can do something about.
public final class PrintException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    PrintException(String messageKey, List<Object> messageArguments) {
        super(messageKey, messageArguments, messageKey, null);
    }
}
