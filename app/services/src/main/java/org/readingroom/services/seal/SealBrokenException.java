package org.readingroom.services.seal;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A sealed value does not open: changed, cut, moved from elsewhere, or sealed with another key.
public final class SealBrokenException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public SealBrokenException(String facts, @Nullable Throwable cause) {
        super("services.seal.broken", java.util.List.of(), facts, cause);
    }
}
