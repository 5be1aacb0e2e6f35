package org.readingroom.report.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;

/// A PDF that could not be made.
public class ReportPdfException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public ReportPdfException(String messageKey, String facts, @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
    }
}
