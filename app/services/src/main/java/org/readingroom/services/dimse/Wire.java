package org.readingroom.services.dimse;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.task.TaskRunner;

/// One connection to another DICOM program: PDUs in and out, each within its time.
///
/// **Thread:** a virtual one, which an interrupt wakes; blocks.
final class Wire implements AutoCloseable {
    /// chosen: whoever does not close after an A-ABORT is not waited for.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Peer peer;
    private final Socket raw;
    private final Watchdog watchdog;
    private final Socket socket;
    private final PduReader reader;
    private final OutputStream out;

    private Wire(Peer peer, Socket raw, Watchdog watchdog, Socket socket, int maxPduBytes) throws IOException {
        this.peer = peer;
        this.raw = raw;
        this.watchdog = watchdog;
        this.socket = socket;
        this.reader = new PduReader(new BufferedInputStream(socket.getInputStream(), 1 << 14), maxPduBytes);
        this.out = socket.getOutputStream();
    }

    /// **Errors:** `services.dimse.no-connection`, `services.dimse.tls`.
    static Wire connect(Peer peer, DimseOptions options, TaskRunner runner) throws DimseException {
        Socket raw = new Socket();
        Watchdog watchdog = new Watchdog(runner, () -> shut(raw));
        try {
            raw.setTcpNoDelay(true);
            watchdog.within(options.connect());
            InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
            if (address.isUnresolved()) {
                throw new IOException("the name has no address");
            }
            raw.connect(address, (int) options.connect().toMillis());
            Socket socket = encrypted(raw, peer, options.tls());
            watchdog.rest();
            return new Wire(peer, raw, watchdog, socket, options.maxPduBytes());
        } catch (IOException e) {
            shut(raw);
            watchdog.close();
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(e);
            }
            boolean isTls = e instanceof SSLException || options.tls() != null && raw.isConnected();
            throw new DimseException(
                    isTls ? "services.dimse.tls" : "services.dimse.no-connection",
                    List.of(peer.address()),
                    "no connection: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    /// Over a connection that another program opened; it is closed when that fails.
    static Wire accepted(Socket raw, Peer peer, DimseOptions options, TaskRunner runner) throws DimseException {
        Watchdog watchdog = new Watchdog(runner, () -> shut(raw));
        try {
            raw.setTcpNoDelay(true);
            return new Wire(peer, raw, watchdog, raw, options.maxPduBytes());
        } catch (IOException e) {
            shut(raw);
            watchdog.close();
            throw new DimseException("services.dimse.closed", List.of(peer.address()), "closed at once", e);
        }
    }

    /// Speaks TLS over `raw` when there is a context for it; the certificate must be that of the host.
    // [impl->req~dimse.tls~1]
    private static Socket encrypted(Socket raw, Peer peer, @Nullable SSLContext tls) throws IOException {
        if (tls == null) {
            return raw;
        }
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, peer.host(), peer.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"}); // PS3.15 B.12: BCP 195
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    Peer peer() {
        return peer;
    }

    /// **Errors:** `services.dimse.timeout`, `services.dimse.closed`, `services.dimse.protocol`,
    /// `services.dimse.cancelled`. The connection is of no use afterwards.
    Pdu read(Duration patience) throws DimseException {
        watchdog.within(patience);
        try {
            return reader.read();
        } catch (ProtocolFaultException e) {
            abort(Pdu.Abort.BY_PROVIDER, e.reason());
            throw e;
        } catch (IOException e) {
            throw failed(e, patience);
        } finally {
            watchdog.rest();
        }
    }

    void write(Pdu pdu, Duration patience) throws DimseException {
        watchdog.within(patience);
        try {
            out.write(PduWriter.bytes(pdu));
            out.flush();
        } catch (IOException e) {
            throw failed(e, patience);
        } finally {
            watchdog.rest();
        }
    }

    private DimseException failed(IOException e, Duration patience) {
        boolean late = watchdog.hasBarked();
        close();
        if (late) {
            return new DimseException(
                    "services.dimse.timeout", List.of(peer.address(), patience.toSeconds()), "no answer in time", e);
        }
        if (Thread.currentThread().isInterrupted()) {
            return cancelled(e);
        }
        return new DimseException(
                "services.dimse.closed",
                List.of(peer.address()),
                e instanceof EOFException
                        ? "closed: " + e.getMessage()
                        : "broken: " + e.getClass().getSimpleName(),
                e);
    }

    private static DimseException cancelled(IOException e) {
        return new DimseException("services.dimse.cancelled", List.of(), "cancelled", e);
    }

    /// Says A-ABORT as far as it is heard, and closes.
    void abort(int source, int reason) {
        if (!isClosed()) {
            watchdog.within(FAREWELL);
            try {
                out.write(PduWriter.bytes(new Pdu.Abort(source, reason)));
                out.flush();
                socket.shutdownOutput();
            } catch (IOException | UnsupportedOperationException e) {
                // it is closed below, heard or not
            }
        }
        close();
    }

    boolean isClosed() {
        return raw.isClosed();
    }

    @Override
    public void close() {
        watchdog.close();
        shut(raw);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing of it was wanted any more
        }
    }
}
