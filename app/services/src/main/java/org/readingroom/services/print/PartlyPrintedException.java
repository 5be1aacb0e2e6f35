package org.readingroom.services.print;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// Some of the films of a job are out, the rest will not come. [#reason] says why.
public final class PartlyPrintedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final WorkstationException reason;

    PartlyPrintedException(int films, int pages, WorkstationException reason) {
        super(
                "services.print.partly",
                List.of(films, pages),
                films + " of " + pages + ": " + reason.getMessage(),
                reason);
        this.reason = reason;
    }

    public WorkstationException reason() {
        return reason;
    }
}
