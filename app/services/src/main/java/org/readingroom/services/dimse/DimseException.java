package org.readingroom.services.dimse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// The other DICOM program could not be reached, refused, broke off, or said what nobody can follow.
public class DimseException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public DimseException(String messageKey, List<Object> messageArguments, String facts, @Nullable Throwable cause) {
        super(messageKey, messageArguments, facts, cause);
    }

    public DimseException(String messageKey, List<Object> messageArguments, String facts) {
        this(messageKey, messageArguments, facts, null);
    }

    /// The other side said what the standard does not allow; `facts` says what.
    static DimseException protocol(String facts) {
        return new DimseException("services.dimse.protocol", List.of(), facts);
    }
}
