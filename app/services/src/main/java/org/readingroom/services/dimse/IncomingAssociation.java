package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.TransferSyntax;

/// Answers a wish for an association that another program has: verification and storage, from one title to one.
///
/// **Source:** DICOM PS3.8 sections 7.1 and 9.3.4, PS3.4 annex B.
// [impl->req~dimse.move~1]
final class IncomingAssociation {
    private static final int PERMANENT = 1;
    private static final int BY_USER = 1;
    private static final int CALLING_UNKNOWN = 3;
    private static final int CALLED_UNKNOWN = 7;
    private static final int ABSTRACT_SYNTAX_UNKNOWN = 3;
    private static final int TRANSFER_SYNTAXES_UNKNOWN = 4;

    private IncomingAssociation() {}

    /// Nothing when it was turned away; `wire` is closed then.
    ///
    /// Of the transfer syntaxes proposed the first that is read here is taken, or one that is not compressed where
    /// `isPlainFirst`.
    static Optional<Association> accept(
            Wire wire, AeTitle ours, AeTitle theirs, DimseOptions options, boolean isPlainFirst) throws DimseException {
        try {
            if (!(wire.read(options.associate()) instanceof Pdu.AssociateRq asked)) {
                wire.abort(Pdu.Abort.BY_PROVIDER, ProtocolFaultException.UNEXPECTED_PDU);
                throw DimseException.protocol("something else than a wish for an association");
            }
            int reason = !asked.calledAe().equals(ours.value())
                    ? CALLED_UNKNOWN
                    : !asked.callingAe().equals(theirs.value()) ? CALLING_UNKNOWN : 0;
            if (reason != 0) {
                wire.write(new Pdu.AssociateRj(PERMANENT, BY_USER, reason), options.associate());
                wire.close();
                throw DimseException.protocol("a title that is not known, reason " + reason);
            }
            return Optional.of(agree(wire, asked, options, isPlainFirst));
        } catch (DimseException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    private static Association agree(Wire wire, Pdu.AssociateRq asked, DimseOptions options, boolean isPlainFirst)
            throws DimseException {
        int peerMaxPduBytes = Association.usable(wire, asked.maxPduBytes());
        List<Pdu.AnsweredContext> answers = new ArrayList<>();
        List<Association.Context> agreed = new ArrayList<>();
        for (Pdu.ProposedContext each : asked.contexts()) {
            Optional<TransferSyntax> syntax = each.transferSyntaxes().stream()
                    .flatMap(uid -> TransferSyntax.of(uid).stream())
                    .filter(StorageProposals.ALL::contains)
                    .min(Comparator.comparing(syntaxRead -> isPlainFirst && syntaxRead.isEncapsulated()));
            boolean isServed = each.abstractSyntax().equals(DimseClient.VERIFICATION)
                    || each.abstractSyntax().startsWith(StorageClasses.ROOT);
            int result = !isServed ? ABSTRACT_SYNTAX_UNKNOWN : syntax.isEmpty() ? TRANSFER_SYNTAXES_UNKNOWN : 0;
            String said = syntax.map(TransferSyntax::uid).orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());
            answers.add(new Pdu.AnsweredContext(each.id(), result, said));
            if (result == 0 && syntax.isPresent()) {
                agreed.add(new Association.Context(each.id(), each.abstractSyntax(), syntax.get()));
            }
        }
        wire.write(
                new Pdu.AssociateAc(asked.calledAe(), asked.callingAe(), answers, options.maxPduBytes()),
                options.associate());
        return new Association(wire, options, agreed, peerMaxPduBytes);
    }
}
