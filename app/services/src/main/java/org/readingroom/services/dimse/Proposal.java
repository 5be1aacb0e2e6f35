package org.readingroom.services.dimse;

import java.util.List;
import org.readingroom.viewer.dicom.TransferSyntax;

/// A service to be asked for on one presentation context, and the transfer syntaxes it may be spoken in; the other
/// side picks one. `isServedHere` when this program is to do it although it asks for the association, as C-GET needs
/// for storing.
public record Proposal(String abstractSyntax, List<TransferSyntax> transferSyntaxes, boolean isServedHere) {
    private static final List<TransferSyntax> PLAIN =
            List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

    public Proposal {
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (transferSyntaxes.isEmpty()) {
            throw new IllegalArgumentException("no transfer syntax for " + abstractSyntax);
        }
    }

    /// In either of the plain little endian ones.
    public static Proposal of(String abstractSyntax) {
        return new Proposal(abstractSyntax, PLAIN, false);
    }

    Pdu.ProposedContext numbered(int id) {
        return new Pdu.ProposedContext(
                id,
                abstractSyntax,
                transferSyntaxes.stream().map(TransferSyntax::uid).toList());
    }
}
