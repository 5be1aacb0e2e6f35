package org.readingroom.viewer.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A document that cannot be opened.
public final class DocumentException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    DocumentException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
