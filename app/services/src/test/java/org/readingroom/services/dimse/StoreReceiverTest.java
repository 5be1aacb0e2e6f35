package org.readingroom.services.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;

/// The receiver of C-MOVE against DCMTK's storescu and against strangers.
// [utest->req~dimse.move~1]
class StoreReceiverTest {
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);

    @TempDir
    private Path folder;

    private final List<byte[]> came = Collections.synchronizedList(new ArrayList<>());
    private int port;
    private StoreReceiver receiver = receiver(1);
    private StoreReceiver.Expectation expectation = () -> {};

    private static StoreReceiver receiver(int port) {
        return new StoreReceiver(
                port,
                new AeTitle("READINGROOM"),
                new AeTitle("PACS"),
                DimseOptions.DEFAULT.within(Duration.ofSeconds(2)).withMessagesUpTo(1 << 20),
                LANES);
    }

    @BeforeEach
    void listen() throws Exception {
        assumeTrue(OtherProgram.isThere("storescu"), "DCMTK is not installed");
        port = OtherProgram.freePort();
        receiver = receiver(port);
        expectation = receiver.expect(anyOfTheStudy());
    }

    private Wanted anyOfTheStudy() {
        return new Wanted(new StudyUid("2.25.1001"), new SeriesUid("2.25.1001.1"), null, came::add);
    }

    @AfterEach
    void end() {
        expectation.close();
    }

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    private String send(String calling, String called, SmallDicom slice) throws Exception {
        return OtherProgram.run(
                "storescu",
                "-v",
                "-aet",
                calling,
                "-aec",
                called,
                "localhost",
                String.valueOf(port),
                ArchiveFiles.plain(folder, slice).toString());
    }

    @Test
    void whatIsExpectedIsTaken() throws Exception {
        send("PACS", "READINGROOM", SmallDicom.of(1, 1));
        send("PACS", "READINGROOM", SmallDicom.of(1, 2));
        assertEquals(2, came.size());
    }

    @Test
    void whatNobodyAskedForIsTurnedAway() throws Exception {
        String said = assertThrows(IllegalStateException.class, () -> send("PACS", "READINGROOM", SmallDicom.of(2, 1)))
                .getMessage();
        assertTrue(said.contains("0x124"), said);
        assertEquals(0, came.size());
    }

    @Test
    void othersAreNotLetIn() throws Exception {
        String said = assertThrows(
                        IllegalStateException.class, () -> send("STRANGER", "READINGROOM", SmallDicom.of(1, 1)))
                .getMessage();
        assertTrue(said.contains("Calling AE Title Not Recognized"), said);
        said = assertThrows(IllegalStateException.class, () -> send("PACS", "ELSEWHERE", SmallDicom.of(1, 1)))
                .getMessage();
        assertTrue(said.contains("Called AE Title Not Recognized"), said);
        assertEquals(0, came.size());
    }

    @Test
    void nobodyListensWhenNothingIsExpected() throws Exception {
        expectation.close();
        assertThrows(IOException.class, () -> connect().close());
    }

    @Test
    void connectionsAreCounted() throws Exception {
        expectation.close();
        StoreReceiver patient = new StoreReceiver(
                port,
                new AeTitle("READINGROOM"),
                new AeTitle("PACS"),
                DimseOptions.DEFAULT.within(Duration.ofSeconds(60)),
                LANES);
        expectation = patient.expect(anyOfTheStudy());
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                held.add(connect());
            }
            // connections are counted in the order in which they came
            try (Socket ninth = connect()) {
                ninth.setSoTimeout(20_000);
                assertEquals(-1, ninth.getInputStream().read());
            }
        } finally {
            for (Socket each : held) {
                each.close();
            }
        }
    }

    @Test
    void whoeverSaysNothingIsLetGo() throws Exception {
        try (Socket silent = connect()) {
            silent.setSoTimeout(6_000);
            while (silent.getInputStream().read() >= 0) {
                // an A-ABORT may come first
            }
        }
        send("PACS", "READINGROOM", SmallDicom.of(1, 1));
        assertEquals(1, came.size());
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        DimseException thrown = assertThrows(
                DimseException.class,
                () -> receiver(port).expect(new Wanted(new StudyUid("1"), new SeriesUid("1"), null, came::add)));
        assertEquals("services.dimse.receiver-port", thrown.messageKey());
    }

    @Test
    void afterItStoppedTheNextExpectationOpensThePortAnew() throws Exception {
        expectation.close();
        AtomicInteger made = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        StoreReceiver stopping = new StoreReceiver(
                port,
                new AeTitle("READINGROOM"),
                new AeTitle("PACS"),
                DimseOptions.DEFAULT.within(Duration.ofSeconds(2)),
                LANES,
                () -> made.getAndIncrement() > 0
                        ? new ServerSocket()
                        : new ServerSocket() {
                            @Override
                            public Socket accept() throws IOException {
                                throw new IOException("too many open files");
                            }

                            @Override
                            public void close() throws IOException {
                                super.close();
                                failed.countDown();
                            }
                        });
        StoreReceiver.Expectation first = stopping.expect(anyOfTheStudy());
        assertTrue(failed.await(60, TimeUnit.SECONDS));

        expectation = stopping.expect(anyOfTheStudy());
        send("PACS", "READINGROOM", SmallDicom.of(1, 1));
        first.close();
        send("PACS", "READINGROOM", SmallDicom.of(1, 2));

        assertEquals(2, came.size());
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
