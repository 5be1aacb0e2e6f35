package org.readingroom.services.dimse;

import java.util.List;

/// An archive ended a retrieval without having sent all that it was to send.
final class IncompleteException extends DimseException {
    private static final long serialVersionUID = 1L;

    IncompleteException(int here, int failed, DimseStatus status) {
        super(
                "services.dimse.incomplete",
                List.of(here, failed),
                "retrieval ended with " + status.text() + ": " + here + " came, " + failed + " failed");
    }
}
