package org.readingroom.services.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.ris.RisException;
import org.readingroom.viewer.model.WorkstationException;

/// An entry of the outbox did not reach its server.
///
/// `answer` holds the server's own words, for the person who resolves it; they may name a patient and never go
/// into a log. `retryAfter` is how long the server asks to be left alone.
public final class SendFault extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient ServerFault fault;
    private final transient @Nullable Duration retryAfter;
    private final String answer;
    private final transient @Nullable Receipt receipt;

    /// `messageKey` may say more than the fault does; `cause` is never logged with its words.
    public SendFault(
            ServerFault fault,
            String messageKey,
            @Nullable Duration retryAfter,
            String answer,
            String facts,
            @Nullable Throwable cause) {
        this(fault, messageKey, retryAfter, answer, null, facts, cause);
    }

    private SendFault(
            ServerFault fault,
            String messageKey,
            @Nullable Duration retryAfter,
            String answer,
            @Nullable Receipt receipt,
            String facts,
            @Nullable Throwable cause) {
        super(messageKey, List.of(), facts, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
        this.answer = answer;
        this.receipt = receipt;
    }

    /// The server has the entry, as `receipt` says, and all the same a person has to decide something.
    static SendFault contested(String messageKey, Receipt receipt, String facts) {
        return new SendFault(ServerFault.CONFLICT, messageKey, null, "", receipt, facts, null);
    }

    /// What a client of a server threw. What nobody foresaw is taken for a garbled answer: it is tried again, more
    /// and more rarely, and keeps no other entry back.
    static SendFault of(Exception thrown) throws WorkstationException {
        return switch (thrown) {
            case SendFault known -> known;
            case RisException ris -> of(ris.fault(), ris.answer(), ris);
            case ArchiveException archive -> of(archive.fault(), words(archive), archive);
            case HttpFaultException http -> of(http.fault(), http.answer(), http);
            case WorkstationException own -> throw own;
            default -> of(ServerFault.GARBLED, "", thrown);
        };
    }

    private static String words(Exception thrown) {
        return thrown.getCause() instanceof HttpFaultException http ? http.answer() : "";
    }

    private static SendFault of(ServerFault fault, String answer, Exception cause) {
        Throwable http = cause instanceof HttpFaultException ? cause : cause.getCause();
        Duration wait =
                http instanceof HttpFaultException known ? known.retryAfter().orElse(null) : null;
        return new SendFault(fault, fault.messageKey(), wait, answer, "not sent: " + fault, cause);
    }

    public ServerFault fault() {
        return fault;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public String answer() {
        return answer;
    }

    /// The server's acknowledgement, where it gave one nevertheless.
    Optional<Receipt> receipt() {
        return Optional.ofNullable(receipt);
    }

    /// Whether it says something of the server or of the way to it, so that the next entry would fare no better.
    boolean isOfTheServer() {
        return switch (fault) {
            case UNREACHABLE, SILENT, CUT, WRONG_CERTIFICATE, REDIRECTED, SIGNED_OUT, FORBIDDEN, BUSY -> true;
            case MISSING, CONFLICT, TOO_LARGE, REFUSED, BROKEN, GARBLED -> false;
        };
    }
}
