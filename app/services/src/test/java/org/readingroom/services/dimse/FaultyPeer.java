package org.readingroom.services.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.readingroom.viewer.dicom.TransferSyntax;

/// A DICOM program that behaves as it is told, for one connection.
final class FaultyPeer implements AutoCloseable {
    static final String ACCEPTED_SYNTAX = TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid();

    /// What it does with a connection.
    @FunctionalInterface
    interface Manner {
        void meet(Socket socket, PduReader reader) throws Exception;
    }

    private final ServerSocket server;
    private final CompletableFuture<Void> met = new CompletableFuture<>();

    FaultyPeer(Manner manner) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                manner.meet(socket, new PduReader(socket.getInputStream(), 1 << 20));
                met.complete(null);
            } catch (Throwable e) {
                met.completeExceptionally(e);
            }
        });
    }

    Peer peer() throws DimseException {
        return Peer.of("FAULTY", InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort());
    }

    /// Waits until it has done what it was told; what went wrong there goes wrong here.
    void await() throws Exception {
        met.get(10, TimeUnit.SECONDS);
    }

    static void say(Socket socket, Pdu pdu) throws IOException {
        socket.getOutputStream().write(PduWriter.bytes(pdu));
        socket.getOutputStream().flush();
    }

    /// Takes every context asked for, in implicit little endian.
    static void accept(Socket socket, PduReader reader, int maxPduBytes) throws Exception {
        Pdu.AssociateRq asked = (Pdu.AssociateRq) reader.read();
        say(
                socket,
                new Pdu.AssociateAc(
                        asked.calledAe(),
                        asked.callingAe(),
                        asked.contexts().stream()
                                .map(context -> new Pdu.AnsweredContext(context.id(), 0, ACCEPTED_SYNTAX))
                                .toList(),
                        maxPduBytes));
    }

    /// Reads fragments until a message is whole.
    static DimseMessage message(PduReader reader) throws Exception {
        MessageParts parts = new MessageParts(1 << 24);
        while (true) {
            for (Pdu.Pdv part : ((Pdu.Data) reader.read()).values()) {
                DimseMessage message = parts.take(part);
                if (message != null) {
                    return message;
                }
            }
        }
    }

    static void answer(Socket socket, DimseMessage asked, int idOffset, int status) throws IOException {
        CommandSet said = CommandSet.create(asked.command().commandField() | CommandSet.RESPONSE)
                .with(
                        CommandSet.MESSAGE_ID_RESPONDED_TO,
                        asked.command().number(CommandSet.MESSAGE_ID).orElseThrow() + idOffset)
                .with(CommandSet.DATA_SET_TYPE, CommandSet.NO_DATA_SET)
                .with(CommandSet.STATUS, status);
        say(socket, new Pdu.Data(List.of(new Pdu.Pdv(asked.contextId(), true, true, said.encode()))));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
