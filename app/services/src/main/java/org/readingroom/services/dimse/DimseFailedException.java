package org.readingroom.services.dimse;

import java.util.List;

/// The other side understood what it was asked and answered that it failed. The association goes on.
public final class DimseFailedException extends DimseException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// `service` is the SOP class asked. The error comment stays out of the words: it may hold anything.
    DimseFailedException(int commandField, String service, DimseStatus status) {
        super(
                "services.dimse.failed",
                List.of(status.text()),
                "command %04X on %s failed with %s".formatted(commandField, service, status.text()));
        this.status = status.code();
    }

    public DimseStatus status() {
        return new DimseStatus(status);
    }
}
