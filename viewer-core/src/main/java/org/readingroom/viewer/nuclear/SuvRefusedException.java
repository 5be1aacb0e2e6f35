package org.readingroom.viewer.nuclear;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// This image gives no standardized uptake value; the key says what is missing.
public final class SuvRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    SuvRefusedException(String reason, String facts) {
        super("viewer.suv.no-" + reason, List.of(), facts, null);
    }
}
