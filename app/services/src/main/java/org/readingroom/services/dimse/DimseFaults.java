package org.readingroom.services.dimse;

import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.model.WorkstationException;

/// Says in the words of the link what went wrong on an association, and tells the witness of it.
///
/// **Source:** for statuses, DICOM PS3.4 tables C.4-1 to C.4-3 and PS3.7 annex C.
final class DimseFaults {
    private DimseFaults() {}

    /// What to throw for `e`; cancelling is no fault of the server and stays as it is.
    // [impl->req~dimse.archive~1]
    static WorkstationException told(DimseException e, LinkWitness witness) {
        if (e.messageKey().equals("services.dimse.cancelled")) {
            return e;
        }
        ServerFault fault = fault(e);
        if (fault.isLoss()) {
            witness.unreachable(fault.messageKey());
        } else {
            witness.answered();
        }
        return new ArchiveException(fault, e.getMessage() == null ? "" : e.getMessage(), e);
    }

    static ServerFault fault(DimseException e) {
        if (e instanceof DimseFailedException failed) {
            return ofStatus(failed.status().code());
        }
        return switch (e.messageKey()) {
            case "services.dimse.no-connection" -> ServerFault.UNREACHABLE;
            case "services.dimse.timeout" -> ServerFault.SILENT;
            case "services.dimse.tls", "services.dimse.certificates" -> ServerFault.WRONG_CERTIFICATE;
            case "services.dimse.rejected.busy" -> ServerFault.BUSY;
            case "services.dimse.rejected.called", "services.dimse.rejected.calling", "services.dimse.rejected.other" ->
                ServerFault.FORBIDDEN;
            case "services.dimse.no-service", "services.dimse.receiver-port" -> ServerFault.REFUSED;
            case "services.dimse.aborted" -> ServerFault.BROKEN;
            default -> ServerFault.GARBLED;
        };
    }

    static ServerFault ofStatus(int code) {
        return switch (code) {
            case 0x0124, 0xA801 -> ServerFault.FORBIDDEN; // 0xA801: it does not know where to move to
            case 0x0122, 0x0112, 0x0106, 0x0211 -> ServerFault.REFUSED;
            default ->
                switch (code >>> 8) {
                    case 0xA7 -> ServerFault.BUSY;
                    case 0xA9 -> ServerFault.REFUSED;
                    default -> ServerFault.BROKEN;
                };
        };
    }
}
