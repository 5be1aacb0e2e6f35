package org.readingroom.viewer.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A renderer could not draw: there is no card to draw on, it is lost or out of memory.
public class RenderException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public RenderException(String messageKey, List<Object> messageArguments, String facts, @Nullable Throwable cause) {
        super(messageKey, messageArguments, facts, cause);
    }
}
