package org.readingroom.viewer.recist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// Stored lesions that cannot be read: damaged, or of a newer version of the program.
public final class FollowUpFormatException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    FollowUpFormatException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
