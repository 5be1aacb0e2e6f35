package org.readingroom.services.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for what C-MOVE sends, a C-STORE SCP; only while something is expected, and only from the archive that was
/// asked for it.
///
/// The port is open from the first [#expect] to the end of the last. Other titles, more connections than there may be,
/// and instances nobody asked for are turned away.
///
/// **Thread:** any.
/// **Source:** DICOM PS3.4 annex B and section C.4.2.
// [impl->req~dimse.move~1]
final class StoreReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(StoreReceiver.class);

    /// chosen: an archive sends one study on few.
    private static final int MOST_CONNECTIONS = 8;

    private static final int BACKLOG = 8;

    /// chosen: together longer than a thread needs to wake up, shorter than anybody notices.
    private static final int MOST_TRIES = 10;

    private static final long BETWEEN_TRIES_NANOS = 20_000_000;

    private final Sockets sockets;
    private final int port;
    private final AeTitle ours;
    private final AeTitle theirs;
    private final DimseOptions options;
    private final TaskRunner runner;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Wanted> expected = new HashSet<>();
    private final Set<Socket> connections = new HashSet<>();
    private @Nullable ServerSocket listening;
    private volatile boolean isPlainFirst;

    /// Makes a socket that listens nowhere yet.
    interface Sockets {
        ServerSocket make() throws IOException;
    }

    StoreReceiver(int port, AeTitle ours, AeTitle theirs, DimseOptions options, TaskRunner runner) {
        this(port, ours, theirs, options, runner, ServerSocket::new);
    }

    StoreReceiver(int port, AeTitle ours, AeTitle theirs, DimseOptions options, TaskRunner runner, Sockets sockets) {
        this.sockets = sockets;
        this.port = port;
        this.ours = ours;
        this.theirs = theirs;
        this.options = options;
        this.runner = runner;
    }

    /// Ends what is expected.
    interface Expectation extends AutoCloseable {
        @Override
        void close();
    }

    /// Takes in what `wanted` asks for, until the answer is closed.
    ///
    /// **Errors:** `services.dimse.receiver-port` when another program listens there.
    Expectation expect(Wanted wanted) throws DimseException {
        lock.lock();
        try {
            if (listening == null) {
                ServerSocket opened = listen();
                listening = opened;
                runner.start(Lane.IO, Priority.ON_SCREEN, () -> accept(opened));
            }
            expected.add(wanted);
        } finally {
            lock.unlock();
        }
        return () -> noLonger(wanted);
    }

    /// Answers from now on in another order of preference: some archives send everything in the one transfer syntax
    /// that was picked, and cannot send all of theirs in it.
    void changePreference() {
        isPlainFirst = !isPlainFirst;
    }

    private ServerSocket listen() throws DimseException {
        try {
            return opened();
        } catch (IOException e) {
            throw new DimseException(
                    "services.dimse.receiver-port", List.of(port), "the port of the receiver cannot be opened", e);
        }
    }

    /// The port is free only when the thread that waited at it has noticed that it was shut.
    private ServerSocket opened() throws IOException {
        for (int tries = 1; ; tries++) {
            ServerSocket socket = sockets.make();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port), BACKLOG);
                return socket;
            } catch (IOException e) {
                socket.close();
                if (tries == MOST_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    private void noLonger(Wanted wanted) {
        lock.lock();
        try {
            expected.remove(wanted);
            if (expected.isEmpty()) {
                if (listening != null) {
                    shut(listening);
                    listening = null;
                }
                connections.forEach(StoreReceiver::shut);
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (isRoomFor(socket)) {
                    runner.start(Lane.IO, Priority.ON_SCREEN, () -> serve(socket));
                } else {
                    shut(socket);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("the receiver stopped: {}", e.getClass().getSimpleName());
                    stopped(server);
                }
            }
        }
    }

    /// The next to expect something opens the port anew.
    private void stopped(ServerSocket server) {
        lock.lock();
        try {
            shut(server);
            if (server.equals(listening)) {
                listening = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isRoomFor(Socket socket) {
        lock.lock();
        try {
            return !expected.isEmpty() && connections.size() < MOST_CONNECTIONS && connections.add(socket);
        } finally {
            lock.unlock();
        }
    }

    private void serve(Socket socket) {
        try {
            Peer peer = new Peer(theirs, socket.getInetAddress().getHostAddress(), socket.getPort());
            IncomingAssociation.accept(
                            Wire.accepted(socket, peer, options, runner), ours, theirs, options, isPlainFirst)
                    .ifPresent(association -> serve(association));
        } catch (DimseException e) {
            LOG.warn("a connection to the receiver ended: {}", e.getMessage());
        } finally {
            shut(socket);
            lock.lock();
            try {
                connections.remove(socket);
            } finally {
                lock.unlock();
            }
        }
    }

    private void serve(Association association) {
        try (association) {
            for (DimseMessage message = association.next(); message != null; message = association.next()) {
                int status = switch (message.command().commandField()) {
                    case QueryRetrieve.C_ECHO_RQ -> 0;
                    case QueryRetrieve.C_STORE_RQ -> store(association, message);
                    default -> QueryRetrieve.UNKNOWN_OPERATION;
                };
                association.send(
                        new DimseMessage(message.contextId(), QueryRetrieve.answer(message.command(), status), null));
            }
        } catch (DimseException e) {
            LOG.warn("an association with the receiver ended: {}", e.getMessage());
        }
    }

    private int store(Association association, DimseMessage message) {
        CommandSet said = message.command();
        boolean isOfOurs = said.text(CommandSet.MOVE_ORIGINATOR_AE)
                .map(title -> title.equals(ours.value()))
                .orElse(true);
        Optional<ReceivedInstance> instance = ReceivedInstance.of(message, association.context(message.contextId()));
        if (instance.isEmpty()) {
            return QueryRetrieve.NOT_UNDERSTOOD;
        }
        Optional<Wanted> wanted = isOfOurs ? wanted(instance.get()) : Optional.empty();
        if (wanted.isEmpty()) {
            LOG.warn("the receiver turned an instance away that nobody asked for");
        }
        return wanted.map(each -> each.take(instance.get())).orElse(QueryRetrieve.NOT_AUTHORISED);
    }

    private Optional<Wanted> wanted(ReceivedInstance instance) {
        lock.lock();
        try {
            return expected.stream().filter(each -> each.isAskedFor(instance)).findFirst();
        } finally {
            lock.unlock();
        }
    }

    private static void shut(java.io.Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // nothing of it was wanted any more
        }
    }
}
