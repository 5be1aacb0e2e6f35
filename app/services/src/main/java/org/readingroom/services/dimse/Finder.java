package org.readingroom.services.dimse;

import java.util.List;
import java.util.function.Predicate;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.task.Progress;

/// Asks for lists: C-FIND, answer by answer, until there are no more or enough.
///
/// **Thread:** as [Association].
/// **Source:** DICOM PS3.4 section C.4.1, PS3.7 section 9.1.2.
// [impl->req~dimse.find~1]
final class Finder {
    /// chosen: no list a person asks for is longer; a side that sends more does not end.
    private static final int MOST_ANSWERS = 100_000;

    /// chosen: what may still be on its way when we say that it is enough.
    private static final int MOST_LATE = 2_000;

    private final Association association;
    private final Association.Context context;

    /// **Errors:** `services.dimse.no-service` when the other side does not offer C-FIND.
    Finder(Association association) throws DimseException {
        this.association = association;
        this.context = association
                .context(QueryRetrieve.FIND)
                .orElseThrow(() -> QueryRetrieve.noService(association, "C-FIND"));
    }

    /// Hands every match to `wanted` until it answers false.
    void find(DataSet keys, Predicate<DataSet> wanted, Progress progress) throws DimseException {
        int id = association.nextMessageId();
        association.send(new DimseMessage(
                context.id(),
                QueryRetrieve.request(QueryRetrieve.C_FIND_RQ, QueryRetrieve.FIND, id),
                DataSetBytes.encode(keys, context.transferSyntax())));
        for (int answers = 0; answers < MOST_ANSWERS; answers++) {
            DimseMessage answer = association.receive();
            DimseStatus status = checked(answer, id);
            if (!status.isPending()) {
                ended(status, false);
                return;
            }
            if (progress.isCancelled()) {
                association.abort();
                throw Retrieval.cancelled();
            }
            if (!wanted.test(decoded(answer))) {
                stop(id);
                return;
            }
        }
        association.abort();
        throw DimseException.protocol("a list without end");
    }

    private DimseStatus checked(DimseMessage answer, int id) throws DimseException {
        CommandSet said = answer.command();
        if (said.commandField() != (QueryRetrieve.C_FIND_RQ | CommandSet.RESPONSE)
                || said.number(CommandSet.MESSAGE_ID_RESPONDED_TO).orElse(-1) != id
                || said.number(CommandSet.STATUS).isEmpty()) {
            association.abort();
            throw DimseException.protocol("command %04X answers C-FIND".formatted(said.commandField()));
        }
        return new DimseStatus(said.number(CommandSet.STATUS).getAsInt());
    }

    private static void ended(DimseStatus status, boolean isOurWish) throws DimseException {
        if (status.isFailure() && !(isOurWish && status.code() == QueryRetrieve.CANCELLED)) {
            throw new DimseFailedException(QueryRetrieve.C_FIND_RQ, QueryRetrieve.FIND, status);
        }
    }

    private DataSet decoded(DimseMessage answer) throws DimseException {
        byte[] bytes = answer.dataSet();
        if (bytes == null) {
            association.abort();
            throw DimseException.protocol("a match without its identifier");
        }
        try {
            return DataSetBytes.decode(bytes, association.syntaxOf(answer.contextId()));
        } catch (DicomException e) {
            association.abort();
            throw new DimseException("services.dimse.protocol", List.of(), "a damaged identifier", e);
        }
    }

    /// Says that it is enough; what comes until the other side has heard it is passed over.
    private void stop(int id) throws DimseException {
        association.send(new DimseMessage(context.id(), QueryRetrieve.cancel(id), null));
        for (int late = 0; late < MOST_LATE; late++) {
            DimseStatus status = checked(association.receive(), id);
            if (!status.isPending()) {
                ended(status, true);
                return;
            }
        }
        association.abort();
    }
}
