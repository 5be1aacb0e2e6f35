package org.readingroom.viewer.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A frame that cannot be decoded; the rest of its series goes on.
public final class CodecException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public CodecException(String messageKey, String facts) {
        super(messageKey, facts);
    }

    public CodecException(String messageKey, List<Object> arguments, String facts, @Nullable Throwable cause) {
        super(messageKey, arguments, facts, cause);
    }
}
