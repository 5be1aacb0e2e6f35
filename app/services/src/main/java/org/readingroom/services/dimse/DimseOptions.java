package org.readingroom.services.dimse;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// How long to wait for what, how much to take, and whether to speak encrypted.
///
/// `associate` is the ARTIM time: for the answer to a request for an association and to a release. `answer` is for
/// each message. `maxPduBytes` is announced to the other side and never exceeded. `maxMessageBytes` bounds a data
/// set that comes in. A null `tls` speaks in the clear.
public record DimseOptions(
        Duration connect,
        Duration associate,
        Duration answer,
        int maxPduBytes,
        int maxMessageBytes,
        @Nullable SSLContext tls) {
    /// chosen: what others take at most by default, and large enough that headers cost nothing.
    private static final int PDU_BYTES = 1 << 17;

    /// chosen: answers without pixels are some kilobytes.
    private static final int MESSAGE_BYTES = 1 << 22;

    public DimseOptions {
        if (maxPduBytes < 1 << 12 || maxPduBytes > 1 << 24) {
            throw new IllegalArgumentException("a PDU of at most " + maxPduBytes + " bytes");
        }
        if (maxMessageBytes < maxPduBytes) {
            throw new IllegalArgumentException("a message of at most " + maxMessageBytes + " bytes");
        }
    }

    /// chosen: a printer that starts cold needs most of a minute for its first answer.
    public static final DimseOptions DEFAULT = new DimseOptions(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), PDU_BYTES, MESSAGE_BYTES, null);

    public DimseOptions withTls(@Nullable SSLContext context) {
        return new DimseOptions(connect, associate, answer, maxPduBytes, maxMessageBytes, context);
    }

    /// The same for messages that carry images.
    public DimseOptions withMessagesUpTo(int bytes) {
        return new DimseOptions(connect, associate, answer, maxPduBytes, bytes, tls);
    }

    /// The same with every time replaced by `patience`.
    public DimseOptions within(Duration patience) {
        return new DimseOptions(patience, patience, patience, maxPduBytes, maxMessageBytes, tls);
    }
}
