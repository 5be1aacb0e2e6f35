package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// Whatever the other side does, the conversation ends in time and in words.
class AssociationFaultTest {
    private static final AeTitle US = new AeTitle("READINGROOM");
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);
    private static final DimseOptions PATIENT = DimseOptions.DEFAULT.within(Duration.ofSeconds(60));
    /// Where a silence is what is looked for.
    private static final DimseOptions QUICK = DimseOptions.DEFAULT.within(Duration.ofMillis(600));
    private static final Duration BOUND = Duration.ofSeconds(25);

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    private static void echo(FaultyPeer peer, DimseOptions options) throws DimseException {
        Echo.ask(peer.peer(), US, options, LANES);
    }

    private static String fault(FaultyPeer.Manner manner) throws Exception {
        return fault(PATIENT, manner);
    }

    private static String fault(DimseOptions options, FaultyPeer.Manner manner) throws Exception {
        try (FaultyPeer peer = new FaultyPeer(manner)) {
            DimseException fault = assertTimeoutPreemptively(
                    BOUND, () -> assertThrows(DimseException.class, () -> echo(peer, options)));
            return fault.messageKey();
        }
    }

    // [utest->req~dimse.hostile~1]
    @Test
    void silenceRunsOutOfTime() throws Exception {
        assertEquals("services.dimse.timeout", fault(QUICK, (socket, reader) -> Thread.sleep(40_000)));
    }

    @Test
    void drippingRunsOutOfTime() throws Exception {
        assertEquals("services.dimse.timeout", fault(QUICK, (socket, reader) -> {
            byte[] header = {2, 0, 0, 0, 0x40, 0};
            for (int at = 0; at < 400; at++) {
                socket.getOutputStream().write(at < header.length ? header[at] : 0);
                Thread.sleep(50);
            }
        }));
    }

    @Test
    void aFragmentAtATimeRunsOutOfTimeAsWell() throws Exception {
        assertEquals("services.dimse.timeout", fault(QUICK, (socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            for (int at = 0; at < 400; at++) {
                FaultyPeer.say(socket, new Pdu.Data(List.of(new Pdu.Pdv(1, true, false, new byte[2]))));
                Thread.sleep(50);
            }
        }));
    }

    @Test
    void aClosedConnectionIsNamed() throws Exception {
        assertEquals("services.dimse.closed", fault((socket, reader) -> reader.read()));
        assertEquals("services.dimse.closed", fault((socket, reader) -> {
            reader.read();
            socket.getOutputStream().write(new byte[] {2, 0, 0, 0, 0, 100, 0, 1});
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7, services.dimse.rejected.called",
        "1, 3, services.dimse.rejected.calling",
        "1, 1, services.dimse.rejected.other",
        "3, 1, services.dimse.rejected.busy",
        "2, 2, services.dimse.rejected.other"
    })
    // [utest->req~dimse.refusal-in-words~1]
    void aRefusalIsPutInWords(int source, int reason, String key) throws Exception {
        assertEquals(key, fault((socket, reader) -> {
            reader.read();
            FaultyPeer.say(socket, new Pdu.AssociateRj(1, source, reason));
            reader.read();
        }));
    }

    @Test
    void anAbortIsNamed() throws Exception {
        assertEquals("services.dimse.aborted", fault((socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            FaultyPeer.message(reader);
            FaultyPeer.say(socket, new Pdu.Abort(2, 0));
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "550000000004 00000000, 1", // unknown type
        "02007FFFFFFF, 6", // longer than any acceptance
        "0400FFFFFFFF, 6", // longer than what we announced
        "040000000004 00000000, 6", // a PDV without header
        "040000000006 7FFFFFFF 0103, 6", // a PDV longer than its PDU
        "04000000000C 00000008 01030000 00000000, 2", // data before the association
        "020000000004 00000000, 6", // an acceptance without its fixed part
        "0200000000450001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + "0000000000000000000000000000000021, 6" // an item without its header
    })
    void aBrokenPduIsAnsweredWithAbort(String hex, int reason) throws Exception {
        CompletableFuture<Pdu> answered = new CompletableFuture<>();
        String key = fault((socket, reader) -> {
            reader.read();
            socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
            answered.complete(reader.read());
        });
        assertEquals("services.dimse.protocol", key);
        assertEquals(new Pdu.Abort(2, reason), answered.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aSyntaxThatWasNeverProposedIsNoAgreement() throws Exception {
        assertEquals("services.dimse.no-service", fault((socket, reader) -> {
            reader.read();
            FaultyPeer.say(
                    socket,
                    new Pdu.AssociateAc(
                            "A", "B", List.of(new Pdu.AnsweredContext(1, 0, "1.2.840.10008.1.2.4.50")), 16384));
            reader.read();
        }));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws Exception {
        assertEquals("services.dimse.protocol", fault((socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            FaultyPeer.answer(socket, FaultyPeer.message(reader), 1, 0);
            reader.read();
        }));
    }

    // [utest->req~dimse.operations~1]
    @Test
    void aFailureIsTold() throws Exception {
        try (FaultyPeer peer = new FaultyPeer((socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            FaultyPeer.answer(socket, FaultyPeer.message(reader), 0, 0xC602);
            reader.read();
        })) {
            DimseFailedException fault = assertThrows(DimseFailedException.class, () -> echo(peer, PATIENT));
            assertEquals(new DimseStatus(0xC602), fault.status());
            assertEquals(List.of("C602"), fault.messageArguments());
        }
    }

    @Test
    void whoeverDoesNotReadIsNotWaitedFor() throws Exception {
        try (FaultyPeer peer = new FaultyPeer((socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            Thread.sleep(40_000);
        })) {
            DimseException fault = assertTimeoutPreemptively(
                    BOUND, () -> assertThrows(DimseException.class, () -> send(peer, new byte[64 << 20], QUICK)));
            assertEquals("services.dimse.timeout", fault.messageKey());
        }
    }

    private static void send(FaultyPeer peer, byte[] bulk, DimseOptions options) throws DimseException {
        try (Association association =
                Association.request(peer.peer(), US, List.of(DimseClient.VERIFICATION), options, LANES)) {
            Association.Context context =
                    association.context(DimseClient.VERIFICATION).orElseThrow();
            DataSet set =
                    DataSetBuilder.create("").bytes(Tag.PIXEL_DATA, Vr.OW, bulk).build();
            new DimseClient(association, context, report -> {}).create("1.2.3", "1.2.3.4", set);
        }
    }

    // [utest->req~dimse.association~1]
    @Test
    void aMessageIsCutIntoPdusTheOtherSideTakes() throws Exception {
        byte[] bulk = new byte[10_001 * 2];
        new Random(5).nextBytes(bulk);
        int most = 100;
        CompletableFuture<DimseMessage> received = new CompletableFuture<>();
        try (FaultyPeer peer = new FaultyPeer((socket, loose) -> {
            PduReader strict = new PduReader(socket.getInputStream(), most);
            FaultyPeer.accept(socket, strict, most);
            DimseMessage message = FaultyPeer.message(strict);
            received.complete(message);
            FaultyPeer.answer(socket, message, 0, 0);
            strict.read();
        })) {
            send(peer, bulk, PATIENT);
        }
        byte[] sent = received.get(30, TimeUnit.SECONDS).dataSet();
        DataSet read = DataSetBytes.decode(sent, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        assertArrayEquals(bulk, read.bytes(Tag.PIXEL_DATA));
    }

    @Test
    void anInterruptBreaksOff() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        try (FaultyPeer peer = new FaultyPeer((socket, reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            FaultyPeer.message(reader);
            asked.complete(true);
            assertThrows(EOFException.class, reader::read);
            closed.complete(true);
        })) {
            DimseOptions patient = DimseOptions.DEFAULT;
            Handle asking = LANES.start(
                    Lane.IO, Priority.ON_SCREEN, () -> Echo.ask(peer.peer(), US, patient, LANES), done -> {}, e -> {});
            assertTrue(asked.get(30, TimeUnit.SECONDS));
            asking.cancel();
            assertTrue(closed.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void anyBytesEndInWords() throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            boolean afterAcceptance = random.nextBoolean();
            if (random.nextBoolean() && noise.length > 6) {
                byte[] likely = {(byte) (1 + random.nextInt(7)), 0, 0, 0, 0, (byte) random.nextInt(noise.length)};
                System.arraycopy(likely, 0, noise, 0, 6);
            }
            String key = fault((socket, reader) -> {
                if (afterAcceptance) {
                    FaultyPeer.accept(socket, reader, 0);
                    FaultyPeer.message(reader);
                } else {
                    reader.read();
                }
                socket.getOutputStream().write(noise);
            });
            assertTrue(key.startsWith("services.dimse."), "seed " + seed);
        }
    }

    @Test
    void aMessageWithoutEndIsNotKept() {
        MessageParts parts = new MessageParts(1 << 16);
        byte[] part = new byte[1 << 12];
        Arrays.fill(part, (byte) 1);
        assertThrows(DimseException.class, () -> {
            for (int i = 0; i < 1 << 20; i++) {
                parts.take(new Pdu.Pdv(1, true, false, part));
            }
        });
    }

    @Test
    void aMachineThatIsNotThereIsNamed() throws Exception {
        Peer gone = Peer.of("GONE", "127.0.0.1", OtherProgram.freePort());
        DimseException fault = assertThrows(DimseException.class, () -> Echo.ask(gone, US, PATIENT, LANES));
        assertEquals("services.dimse.no-connection", fault.messageKey());
    }
}
