package org.readingroom.viewer.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// Stored annotations that cannot be read: damaged, or of a newer version of the program.
public final class AnnotationFormatException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    AnnotationFormatException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
