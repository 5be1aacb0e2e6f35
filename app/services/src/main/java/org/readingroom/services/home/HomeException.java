package org.readingroom.services.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A home that cannot be opened; nothing in it was changed.
public final class HomeException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public HomeException(String messageKey, List<Object> arguments, String facts, @Nullable Throwable cause) {
        super(messageKey, arguments, facts, cause);
    }
}
