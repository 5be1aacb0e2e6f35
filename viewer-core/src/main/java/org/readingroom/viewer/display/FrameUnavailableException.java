package org.readingroom.viewer.display;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A frame that nobody could hand over; the rest of its series goes on.
public final class FrameUnavailableException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public FrameUnavailableException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
