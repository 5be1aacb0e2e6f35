package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.archive.StoreAnswer.Refused;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.task.Progress;

/// Gives files to an archive, a C-STORE SCU: each in the transfer syntax it is in where the archive takes that, and a
/// plain one in the other plain one else. Nothing is compressed or decompressed on the way.
///
/// **Thread:** as [Association].
/// **Source:** DICOM PS3.4 annex B, PS3.7 section 9.1.1.
// [impl->req~dimse.store~1]
final class StoreSender {
    private static final int MOST_CONTEXTS = 128;
    private static final int SYNTAX_NOT_TAKEN = 0x0122;

    /// The archive has left elements out. **Source:** PS3.4 B.2.3.
    private static final int ELEMENTS_DISCARDED = 0xB006;

    private final Association association;

    StoreSender(Association association) {
        this.association = association;
    }

    /// What is to be proposed for these; as many as fit into one association are taken from the front of `files`.
    static List<Proposal> proposals(List<OutgoingFile> files) {
        Set<Proposal> proposals = new LinkedHashSet<>();
        for (OutgoingFile file : files) {
            List<Proposal> more = proposals(file);
            if (!proposals.containsAll(more) && proposals.size() + more.size() > MOST_CONTEXTS) {
                break;
            }
            proposals.addAll(more);
        }
        return List.copyOf(proposals);
    }

    private static List<Proposal> proposals(OutgoingFile file) {
        List<Proposal> proposals = new ArrayList<>();
        proposals.add(new Proposal(file.sopClass(), List.of(file.syntax()), false));
        if (file.isPlain()) {
            for (TransferSyntax plain :
                    List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN)) {
                if (plain != file.syntax()) {
                    proposals.add(new Proposal(file.sopClass(), List.of(plain), false));
                }
            }
        }
        return proposals;
    }

    /// Nothing when the archive has taken it.
    ///
    /// **Errors:** those of the association; a refusal of this one file is the answer.
    Optional<Refused> store(OutgoingFile file, Progress progress) throws DimseException {
        if (progress.isCancelled()) {
            association.abort();
            throw Retrieval.cancelled();
        }
        Optional<Association.Context> context = context(file);
        if (context.isEmpty()) {
            return Optional.of(new Refused(file.instance(), SYNTAX_NOT_TAKEN, true, "services.dimse.store.syntax"));
        }
        byte[] dataSet;
        try {
            dataSet = file.dataSet(context.get().transferSyntax());
        } catch (DicomException e) {
            return Optional.of(new Refused(file.instance(), 0, true, "services.dimse.store.damaged"));
        }
        int id = association.nextMessageId();
        association.send(new DimseMessage(
                context.get().id(),
                QueryRetrieve.request(QueryRetrieve.C_STORE_RQ, file.sopClass(), id)
                        .withUid(
                                CommandSet.AFFECTED_SOP_INSTANCE_UID,
                                file.instance().value()),
                dataSet));
        return answered(file, association.receive().command(), id);
    }

    private Optional<Association.Context> context(OutgoingFile file) {
        Optional<Association.Context> own = association.context(file.sopClass(), file.syntax());
        if (own.isPresent() || !file.isPlain()) {
            return own;
        }
        return association
                .context(file.sopClass(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
                .or(() -> association.context(file.sopClass(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
    }

    private Optional<Refused> answered(OutgoingFile file, CommandSet said, int id) throws DimseException {
        if (said.commandField() != (QueryRetrieve.C_STORE_RQ | CommandSet.RESPONSE)
                || said.number(CommandSet.MESSAGE_ID_RESPONDED_TO).orElse(-1) != id
                || said.number(CommandSet.STATUS).isEmpty()
                || said.text(CommandSet.AFFECTED_SOP_INSTANCE_UID)
                        .filter(uid -> !uid.equals(file.instance().value()))
                        .isPresent()) {
            association.abort();
            throw DimseException.protocol("command %04X answers C-STORE".formatted(said.commandField()));
        }
        DimseStatus status = new DimseStatus(said.number(CommandSet.STATUS).getAsInt());
        if (status.isSuccess() || status.isWarning() && status.code() != ELEMENTS_DISCARDED) {
            return Optional.empty();
        }
        String key = status.code() == ELEMENTS_DISCARDED ? "services.dimse.store.cut" : "services.dimse.store.refused";
        boolean isFinal = status.code() >>> 8 != 0xA7;
        return Optional.of(new Refused(file.instance(), status.code(), isFinal, key));
    }
}
