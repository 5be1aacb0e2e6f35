package org.readingroom.services.dimse;

import java.util.List;

/// A PDU that breaks the rules, with the reason that an A-ABORT gives for it.
///
/// **Source:** DICOM PS3.8 table 9-26.
final class ProtocolFaultException extends DimseException {
    static final int UNRECOGNISED_PDU = 1;
    static final int UNEXPECTED_PDU = 2;
    static final int INVALID_PARAMETER = 6;

    private static final long serialVersionUID = 1L;

    private final int reason;

    ProtocolFaultException(int reason, String facts) {
        super("services.dimse.protocol", List.of(), facts);
        this.reason = reason;
    }

    int reason() {
        return reason;
    }
}
