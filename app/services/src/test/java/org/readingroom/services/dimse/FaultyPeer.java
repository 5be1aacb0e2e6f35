package org.readingroom.services.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.TransferSyntax;

/// A DICOM program that behaves as it is told, for one connection.
public final class FaultyPeer implements AutoCloseable {
    static final String ACCEPTED_SYNTAX = TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid();

    /// What it does with a connection.
    @FunctionalInterface
    public interface Manner {
        void meet(Socket socket, PduReader reader) throws Exception;
    }

    private final ServerSocket server;
    private final CompletableFuture<Void> met = new CompletableFuture<>();

    public FaultyPeer(Manner manner) throws IOException {
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

    public Peer peer() throws DimseException {
        return Peer.of("FAULTY", InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort());
    }

    /// Waits until it has done what it was told; what went wrong there goes wrong here.
    public void await() throws Exception {
        met.get(60, TimeUnit.SECONDS);
    }

    public static void say(Socket socket, Pdu pdu) throws IOException {
        socket.getOutputStream().write(PduWriter.bytes(pdu));
        socket.getOutputStream().flush();
    }

    /// Takes every context asked for, in implicit little endian.
    public static void accept(Socket socket, PduReader reader, int maxPduBytes) throws Exception {
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
    public static DimseMessage message(PduReader reader) throws Exception {
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

    public static void answer(Socket socket, DimseMessage asked, int idOffset, int status) throws IOException {
        answer(socket, asked, idOffset, status, null);
    }

    /// Answers with a data set, in implicit little endian.
    public static void answer(Socket socket, DimseMessage asked, int idOffset, int status, @Nullable DataSet dataSet)
            throws IOException {
        CommandSet said = CommandSet.create(asked.command().commandField() | CommandSet.RESPONSE)
                .with(
                        CommandSet.MESSAGE_ID_RESPONDED_TO,
                        asked.command().number(CommandSet.MESSAGE_ID).orElseThrow() + idOffset)
                .with(CommandSet.DATA_SET_TYPE, dataSet == null ? CommandSet.NO_DATA_SET : CommandSet.WITH_DATA_SET)
                .with(CommandSet.STATUS, status);
        send(socket, asked.contextId(), said, dataSet);
    }

    /// Tells of itself between two answers, and waits for the thanks.
    public static DimseMessage report(
            Socket socket, PduReader reader, int contextId, String sopClass, int eventType, DataSet information)
            throws Exception {
        CommandSet said = CommandSet.create(0x0100)
                .withUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClass)
                .withUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, "1.2.3")
                .with(CommandSet.MESSAGE_ID, 7)
                .with(CommandSet.EVENT_TYPE_ID, eventType)
                .with(CommandSet.DATA_SET_TYPE, CommandSet.WITH_DATA_SET);
        send(socket, contextId, said, information);
        return message(reader);
    }

    private static void send(Socket socket, int contextId, CommandSet said, @Nullable DataSet dataSet)
            throws IOException {
        say(socket, new Pdu.Data(List.of(new Pdu.Pdv(contextId, true, true, said.encode()))));
        if (dataSet != null) {
            byte[] bytes = DataSetBytes.encode(dataSet, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
            say(socket, new Pdu.Data(List.of(new Pdu.Pdv(contextId, false, true, bytes))));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
