package org.readingroom.viewer.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A renderer could not draw: the card is lost, out of memory, or the picture is beyond its limits.
public final class RenderException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public RenderException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
