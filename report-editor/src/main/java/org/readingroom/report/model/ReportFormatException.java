package org.readingroom.report.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A stored report that cannot be read: not ours, broken, or written by a newer program.
public class ReportFormatException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public ReportFormatException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
