package org.readingroom.services.dimse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for instances and waits until the archive has sent them: C-GET, where they come in between on the same
/// association, and C-MOVE, where they come to the [StoreReceiver].
///
/// **Thread:** as [Association].
/// **Errors:** as [Association]; those of whoever takes the instances; [IncompleteException] when the archive ends
/// without having sent all, after what came whole was handed over.
/// **Source:** DICOM PS3.4 sections C.4.2 and C.4.3, PS3.7 sections 9.1.3 and 9.1.4.
// [impl->req~dimse.get~1]
// [impl->req~dimse.move~1]
final class Retrieval {
    private static final Logger LOG = LoggerFactory.getLogger(Retrieval.class);

    /// chosen: an archive may fetch from tape, and says that it is still at it; not for ever.
    private static final int MOST_ANSWERS_TIMES_WITHOUT_INSTANCE = 10;

    private final Association association;
    private final DimseOptions options;
    private final Wanted wanted;
    private final Progress progress;

    Retrieval(Association association, DimseOptions options, Wanted wanted, Progress progress) {
        this.association = association;
        this.options = options;
        this.wanted = wanted;
        this.progress = progress;
    }

    /// **Errors:** also `services.dimse.no-service`.
    void get() throws WorkstationException {
        run(QueryRetrieve.C_GET_RQ, QueryRetrieve.GET, "C-GET", Optional.empty());
    }

    void moveTo(AeTitle destination) throws WorkstationException {
        run(QueryRetrieve.C_MOVE_RQ, QueryRetrieve.MOVE, "C-MOVE", Optional.of(destination));
    }

    static DimseException cancelled() {
        return new DimseException("services.dimse.cancelled", List.of(), "cancelled");
    }

    private void run(int field, String service, String name, Optional<AeTitle> destination)
            throws WorkstationException {
        Association.Context context =
                association.context(service).orElseThrow(() -> QueryRetrieve.noService(association, name));
        int id = association.nextMessageId();
        wanted.asked(id);
        CommandSet request = QueryRetrieve.request(field, service, id);
        association.send(new DimseMessage(
                context.id(),
                destination
                        .map(title -> request.withTitle(CommandSet.MOVE_DESTINATION, title))
                        .orElse(request),
                DataSetBytes.encode(wanted.keys(), context.transferSyntax())));
        long patience = options.answer()
                .multipliedBy(MOST_ANSWERS_TIMES_WITHOUT_INSTANCE)
                .toNanos();
        long since = System.nanoTime();
        int before = 0;
        while (true) {
            DimseMessage message = association.receive();
            if (progress.isCancelled()) {
                association.abort();
                throw cancelled();
            }
            if (message.command().commandField() == QueryRetrieve.C_STORE_RQ && destination.isEmpty()) {
                store(message);
            } else if (isLast(message, field, id)) {
                ended(message.command(), field, service);
                return;
            }
            if (wanted.hasFailed()) {
                association.abort();
                wanted.rethrow();
            }
            int count = wanted.count();
            if (count > before) {
                before = count;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience) {
                association.abort();
                throw new DimseException(
                        "services.dimse.timeout",
                        List.of(
                                association.peer().address(),
                                Duration.ofNanos(patience).toSeconds()),
                        "pending answers, and no instance");
            }
        }
    }

    private void store(DimseMessage message) throws DimseException {
        int status = ReceivedInstance.of(message, association.context(message.contextId()))
                .map(wanted::take)
                .orElse(QueryRetrieve.NOT_UNDERSTOOD);
        if (status != 0) {
            LOG.warn("an instance that came by C-GET was answered with {}", new DimseStatus(status).text());
        }
        association.send(new DimseMessage(message.contextId(), QueryRetrieve.answer(message.command(), status), null));
    }

    private boolean isLast(DimseMessage message, int field, int id) throws DimseException {
        CommandSet said = message.command();
        if (said.commandField() != (field | CommandSet.RESPONSE)
                || said.number(CommandSet.MESSAGE_ID_RESPONDED_TO).orElse(-1) != id
                || said.number(CommandSet.STATUS).isEmpty()) {
            association.abort();
            throw DimseException.protocol("command %04X answers %04X".formatted(said.commandField(), field));
        }
        int done = said.number(CommandSet.COMPLETED).orElse(0)
                + said.number(CommandSet.WITH_WARNING).orElse(0)
                + said.number(CommandSet.FAILED).orElse(0);
        int remaining = said.number(CommandSet.REMAINING).orElse(-1);
        progress.at(wanted.count(), remaining < 0 ? Progress.UNKNOWN : done + remaining);
        return !new DimseStatus(said.number(CommandSet.STATUS).getAsInt()).isPending();
    }

    /// The archive has ended; all is well only where it says so and everything it says to have sent is here.
    private void ended(CommandSet said, int field, String service) throws WorkstationException {
        wanted.rethrow();
        DimseStatus status = new DimseStatus(said.number(CommandSet.STATUS).orElse(QueryRetrieve.NOT_UNDERSTOOD));
        int failed = said.number(CommandSet.FAILED).orElse(0);
        int sent = said.number(CommandSet.COMPLETED).orElse(0)
                + said.number(CommandSet.WITH_WARNING).orElse(0);
        int here = wanted.count();
        if (status.isFailure() && sent + failed == 0) {
            throw new DimseFailedException(field, service, status);
        }
        // what another try brought before counts as well
        if (here < sent + failed) {
            throw new IncompleteException(here, sent + failed - here, status);
        }
    }
}
