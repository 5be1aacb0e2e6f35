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

    /// The bytes end before the picture does.
    public static CodecException truncated(String facts) {
        return new CodecException("viewer.codec.truncated", facts);
    }

    /// The bytes break the rules of their code.
    public static CodecException corrupt(String facts) {
        return new CodecException("viewer.codec.corrupt", facts);
    }

    /// Header and code stream tell of different pictures.
    public static CodecException mismatch(String facts) {
        return new CodecException("viewer.codec.mismatch", facts);
    }

    /// A correct picture this program has no decoder for; `what` is shown to the user, in the standard's words.
    public static CodecException unsupported(String what) {
        return new CodecException("viewer.codec.unsupported", List.of(what), "not supported: " + what, null);
    }
}
