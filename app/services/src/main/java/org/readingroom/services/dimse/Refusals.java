package org.readingroom.services.dimse;

import java.util.List;

/// Puts into words why an association was refused or broken off.
///
/// **Source:** DICOM PS3.8 tables 9-21 and 9-26.
final class Refusals {
    private static final int BY_USER = 1;
    private static final int BY_PRESENTATION = 3;

    private Refusals() {}

    // [impl->req~dimse.refusal-in-words~1]
    static DimseException rejected(Peer peer, Pdu.AssociateRj rj) {
        String reason = "other";
        if (rj.source() == BY_USER) {
            reason = switch (rj.reason()) {
                case 3 -> "calling";
                case 7 -> "called";
                default -> "other";
            };
        } else if (rj.source() == BY_PRESENTATION) {
            reason = "busy";
        }
        return new DimseException(
                "services.dimse.rejected." + reason,
                List.of(peer.aeTitle().value(), peer.address()),
                "rejected: result " + rj.result() + ", source " + rj.source() + ", reason " + rj.reason());
    }

    static DimseException aborted(Peer peer, Pdu.Abort abort) {
        return new DimseException(
                "services.dimse.aborted",
                List.of(peer.address()),
                "aborted: source " + abort.source() + ", reason " + abort.reason());
    }
}
