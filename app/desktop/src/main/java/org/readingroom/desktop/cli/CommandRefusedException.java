package org.readingroom.desktop.cli;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// A command that was understood and cannot be done on this content.
final class CommandRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    CommandRefusedException(String messageKey, List<Object> arguments) {
        super(messageKey, arguments, messageKey, null);
    }
}
