package org.readingroom.services.dimse;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.dimse.Pdu.Pdv;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.task.TaskRunner;

/// An association this program asked for: messages out and in, until it is released or broken off.
///
/// Services are spoken in whichever of the proposed transfer syntaxes the other side chose.
///
/// **Thread:** one at a time, a virtual one; blocks; an interrupt breaks off.
/// **Errors:** every one ends the association; it can only be closed afterwards.
// [impl->req~dimse.association~1]
public final class Association implements AutoCloseable {
    private static final int HEADER_BYTES = 6;

    /// chosen: a slower link is none; a large image may take as long as it needs at this rate.
    private static final long LEAST_BYTES_PER_SECOND = 1 << 16;

    /// A service the other side agreed to, and how its data sets are written.
    public record Context(int id, String abstractSyntax, TransferSyntax transferSyntax) {}

    private final Wire wire;
    private final DimseOptions options;
    private final List<Context> contexts;
    private final int peerMaxPduBytes;
    private final MessageParts parts;
    private final Deque<DimseMessage> waiting = new ArrayDeque<>();
    private int lastMessageId;
    private boolean isOver;

    Association(Wire wire, DimseOptions options, List<Context> contexts, int peerMaxPduBytes) {
        this.wire = wire;
        this.options = options;
        this.contexts = contexts;
        this.peerMaxPduBytes = peerMaxPduBytes;
        this.parts = new MessageParts(options.maxMessageBytes());
    }

    /// Asks `peer` for `services`, abstract syntax UIDs, as `callingAe`. Which were granted tells [#context].
    ///
    /// **Errors:** as [Wire]; `services.dimse.rejected.…` with the reason given.
    public static Association request(
            Peer peer, AeTitle callingAe, List<String> services, DimseOptions options, TaskRunner runner)
            throws DimseException {
        return propose(peer, callingAe, services.stream().map(Proposal::of).toList(), options, runner);
    }

    /// As [#request], at most 128 of them, each in transfer syntaxes of its own; the same service may come more than
    /// once.
    public static Association propose(
            Peer peer, AeTitle callingAe, List<Proposal> proposals, DimseOptions options, TaskRunner runner)
            throws DimseException {
        List<Pdu.ProposedContext> proposed = new ArrayList<>();
        Set<Pdu.Role> roles = new LinkedHashSet<>();
        for (Proposal proposal : proposals) {
            proposed.add(proposal.numbered(2 * proposed.size() + 1));
            if (proposal.isServedHere()) {
                roles.add(new Pdu.Role(proposal.abstractSyntax(), false, true));
            }
        }
        Wire wire = Wire.connect(peer, options, runner);
        try {
            wire.write(
                    new Pdu.AssociateRq(
                            peer.aeTitle().value(),
                            callingAe.value(),
                            proposed,
                            List.copyOf(roles),
                            options.maxPduBytes()),
                    options.associate());
            return answered(wire, options, proposed, wire.read(options.associate()));
        } catch (DimseException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    private static Association answered(Wire wire, DimseOptions options, List<Pdu.ProposedContext> proposed, Pdu answer)
            throws DimseException {
        return switch (answer) {
            case Pdu.AssociateAc ac ->
                new Association(wire, options, agreed(proposed, ac), usable(wire, ac.maxPduBytes()));
            case Pdu.AssociateRj rj -> throw Refusals.rejected(wire.peer(), rj);
            case Pdu.Abort abort -> throw Refusals.aborted(wire.peer(), abort);
            default -> throw unexpected(wire, answer);
        };
    }

    private static List<Context> agreed(List<Pdu.ProposedContext> proposed, Pdu.AssociateAc ac) {
        List<Context> agreed = new ArrayList<>();
        for (Pdu.AnsweredContext answer : ac.contexts()) {
            Optional<Pdu.ProposedContext> asked =
                    proposed.stream().filter(each -> each.id() == answer.id()).findFirst();
            Optional<TransferSyntax> syntax = TransferSyntax.of(answer.transferSyntax());
            // a syntax that was never proposed is no agreement
            if (answer.result() == 0
                    && asked.isPresent()
                    && syntax.isPresent()
                    && asked.get().transferSyntaxes().contains(answer.transferSyntax())
                    && agreed.stream().noneMatch(each -> each.id() == answer.id())) {
                agreed.add(new Context(answer.id(), asked.get().abstractSyntax(), syntax.get()));
            }
        }
        return agreed;
    }

    static int usable(Wire wire, int announced) throws DimseException {
        if (announced > 0 && announced < HEADER_BYTES + 2) {
            wire.abort(Pdu.Abort.BY_USER, 0);
            throw DimseException.protocol("PDUs of at most " + announced + " bytes hold nothing");
        }
        return announced;
    }

    public Peer peer() {
        return wire.peer();
    }

    /// Nothing when the other side does not offer `abstractSyntax`.
    public Optional<Context> context(String abstractSyntax) {
        return contexts.stream()
                .filter(context -> context.abstractSyntax().equals(abstractSyntax))
                .findFirst();
    }

    /// Nothing when it is not spoken in this transfer syntax.
    public Optional<Context> context(String abstractSyntax, TransferSyntax syntax) {
        return contexts.stream()
                .filter(context ->
                        context.abstractSyntax().equals(abstractSyntax) && context.transferSyntax() == syntax)
                .findFirst();
    }

    Context context(int id) {
        return contexts.stream()
                .filter(context -> context.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /// How data sets are written on the context of this number.
    TransferSyntax syntaxOf(int contextId) {
        return context(contextId).transferSyntax();
    }

    /// A number for the next request, unlike those on their way.
    int nextMessageId() {
        lastMessageId = lastMessageId % 0xFFFF + 1;
        return lastMessageId;
    }

    /// Sends a message in PDUs no longer than the other side takes.
    public void send(DimseMessage message) throws DimseException {
        send(message.contextId(), true, message.command().encode());
        byte[] dataSet = message.dataSet();
        if (dataSet != null) {
            send(message.contextId(), false, dataSet);
        }
    }

    private void send(int contextId, boolean isCommand, byte[] bytes) throws DimseException {
        int most = peerMaxPduBytes > 0 ? Math.min(peerMaxPduBytes, options.maxPduBytes()) : options.maxPduBytes();
        int step = (most - HEADER_BYTES) & ~1;
        for (int at = 0; at == 0 || at < bytes.length; at += step) {
            byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step));
            boolean isLast = at + step >= bytes.length;
            wire.write(new Pdu.Data(List.of(new Pdv(contextId, isCommand, isLast, part))), options.answer());
        }
    }

    /// Waits for the next message.
    ///
    /// **Errors:** as [Wire]; `services.dimse.aborted`; `services.dimse.closed` when the other side releases.
    public DimseMessage receive() throws DimseException {
        DimseMessage message = next();
        if (message == null) {
            throw new DimseException(
                    "services.dimse.closed", List.of(wire.peer().address()), "released while an answer was due");
        }
        return message;
    }

    /// The next message, or null when the other side has released the association, which is then over.
    @Nullable
    DimseMessage next() throws DimseException {
        long end = System.nanoTime() + options.answer().toNanos();
        while (waiting.isEmpty()) {
            // fragments that drip do not add up to more time than one answer has
            long left = Math.max(1, end - System.nanoTime());
            switch (wire.read(Duration.ofNanos(left))) {
                case Pdu.Data data -> end += take(data) * (1_000_000_000L / LEAST_BYTES_PER_SECOND);
                case Pdu.ReleaseRq rq -> {
                    wire.write(new Pdu.ReleaseRp(), options.associate());
                    isOver = true;
                    close();
                    return null;
                }
                case Pdu.Abort abort -> {
                    close();
                    throw Refusals.aborted(wire.peer(), abort);
                }
                case Pdu other -> throw unexpected(wire, other);
            }
        }
        return waiting.remove();
    }

    /// Returns how many bytes of messages came.
    private long take(Pdu.Data data) throws DimseException {
        long bytes = 0;
        try {
            for (Pdv part : data.values()) {
                if (contexts.stream().noneMatch(context -> context.id() == part.contextId())) {
                    throw PduReader.fault("a fragment of context " + part.contextId() + ", which was not agreed");
                }
                bytes += part.bytes().length;
                DimseMessage message = parts.take(part);
                if (message != null) {
                    waiting.add(message);
                }
            }
            return bytes;
        } catch (ProtocolFaultException e) {
            wire.abort(Pdu.Abort.BY_PROVIDER, e.reason());
            throw e;
        }
    }

    private static DimseException unexpected(Wire wire, Pdu pdu) {
        wire.abort(Pdu.Abort.BY_PROVIDER, ProtocolFaultException.UNEXPECTED_PDU);
        return DimseException.protocol("an unexpected " + pdu.getClass().getSimpleName());
    }

    /// Ends it in good order. What still comes in is passed over.
    public void release() throws DimseException {
        if (isOver || wire.isClosed()) {
            return;
        }
        isOver = true;
        try {
            wire.write(new Pdu.ReleaseRq(), options.associate());
            for (int passed = 0; passed < 100; passed++) { // chosen: no more than some late events
                switch (wire.read(options.associate())) {
                    case Pdu.ReleaseRp rp -> {
                        return;
                    }
                    case Pdu.ReleaseRq rq -> wire.write(new Pdu.ReleaseRp(), options.associate());
                    case Pdu.Data data -> {}
                    case Pdu.Abort abort -> {
                        return;
                    }
                    case Pdu other -> throw unexpected(wire, other);
                }
            }
        } finally {
            wire.close();
        }
    }

    /// Breaks it off.
    public void abort() {
        isOver = true;
        wire.abort(Pdu.Abort.BY_USER, 0);
    }

    /// Breaks it off unless it was released.
    @Override
    public void close() {
        if (!isOver) {
            abort();
        }
        wire.close();
    }
}
