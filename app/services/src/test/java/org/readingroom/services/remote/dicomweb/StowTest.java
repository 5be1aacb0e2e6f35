package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StoreReason;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.MisbehavingArchive.Trouble;
import org.readingroom.services.testing.MisbehavingHttp;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.Witness;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.Orthanc;

/// A file counts as stored when the archive holds it, never because the archive says so.
// [utest->req~archive.store~1]
// [utest->req~archive.read-back~1]
class StowTest {
    private static final HttpTimes PATIENT =
            new HttpTimes(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
    /// Where nothing is said of what comes.
    private static final HttpTimes QUICK =
            new HttpTimes(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(1500));
    private static final StudyUid STUDY = new StudyUid(SmallDicom.of(1, 1).study());

    private MisbehavingArchive server;
    private DicomWebArchive archive;

    @BeforeEach
    void start() throws Exception {
        server = new MisbehavingArchive();
        archive = archive(server.base(), PATIENT);
    }

    private static DicomWebArchive archive(URI base, HttpTimes times) {
        return new DicomWebArchive(new HttpLink(HttpServer.open(base), new Witness(), times));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static List<byte[]> files(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(slice -> SmallDicom.of(1, slice).bytes())
                .toList();
    }

    private static List<SopInstanceUid> uids(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(slice -> new SopInstanceUid(SmallDicom.of(1, slice).instance()))
                .toList();
    }

    private StoreAnswer store(List<byte[]> files) throws WorkstationException {
        return archive.store(STUDY, files, Progress.IGNORED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "ACK_TWICE"})
    void whatIsHeldIsStoredOnce(Trouble trouble) throws WorkstationException {
        server.misbehave(trouble);
        assertEquals(new StoreAnswer(uids(3), List.of()), store(files(3)));
        assertArrayEquals(files(3).getLast(), server.file(uids(3).getLast().value()));
        assertEquals(3, server.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"STORED_NOTHING", "STORED_IN_WORDS", "STORED_OTHER", "STORE_REFUSED"})
    void theWordOfTheArchiveIsNotEnough(Trouble trouble) throws WorkstationException {
        server.misbehave(trouble);
        StoreAnswer answer = store(files(2));
        assertEquals(List.of(), answer.stored());
        String key = switch (trouble) {
            case STORED_OTHER -> "services.archive.other-content";
            case STORE_REFUSED -> "services.archive.class-not-supported";
            default -> "services.archive.not-kept";
        };
        boolean isFinal = !key.equals("services.archive.not-kept");
        int reason = trouble == Trouble.STORE_REFUSED ? MisbehavingArchive.REASON : 0;
        assertEquals(
                uids(2).stream()
                        .map(uid -> new StoreAnswer.Refused(uid, reason, isFinal, key))
                        .toList(),
                answer.refused());
    }

    @Test
    void anAnswerThatWasLostIsMadeUpForByTryingAgain() throws WorkstationException {
        server.misbehave(Trouble.ACK_LOST);
        ArchiveException lost = assertThrows(ArchiveException.class, () -> store(files(2)));
        assertEquals(ServerFault.Next.LATER, lost.fault().next());
        assertEquals(1, server.asked().size(), "it was sent once");
        server.misbehave(Trouble.NONE);
        assertEquals(new StoreAnswer(uids(2), List.of()), store(files(2)));
        assertEquals(2, server.size());
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whateverHappensNothingIsStoredThatIsNotHeld(Trouble trouble) {
        server.misbehave(trouble);
        archive = archive(server.base(), QUICK);
        StoreAnswer answer = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try {
                return store(files(2));
            } catch (ArchiveException e) {
                return new StoreAnswer(List.of(), List.of());
            }
        });
        for (SopInstanceUid uid : answer.stored()) {
            byte[] sent = files(2).get(uids(2).indexOf(uid));
            assertArrayEquals(sent, server.file(uid.value()));
        }
        assertTrue(server.asked().size() <= 12, "no hammering");
    }

    @Test
    void whatIsTooMuchAtOnceIsGivenInHalves() throws Exception {
        int most = 2 * files(1).getFirst().length + 1000;
        try (MisbehavingHttp narrow = new MisbehavingHttp(ask -> null)) {
            narrow.answerBy(ask -> ask.body().length > most ? MisbehavingHttp.Reply.of(413) : server.answerTo(ask));
            archive = archive(URI.create(narrow.base() + "/dicom-web"), PATIENT);
            StoreAnswer answer = store(files(7));
            assertEquals(uids(7), answer.stored());
            narrow.answerBy(ask -> MisbehavingHttp.Reply.of(413));
            StoreAnswer none = store(files(2));
            assertEquals(2, none.refused().size());
            assertTrue(none.refused().stream().allMatch(StoreAnswer.Refused::isFinal));
        }
    }

    /// As Orthanc does with one part it cannot read.
    @Test
    void oneBadFileDoesNotKeepTheOthersBack() throws Exception {
        String bad = uids(3).get(1).value();
        try (MisbehavingHttp picky = new MisbehavingHttp(ask -> MisbehavingHttp.Reply.of(404))) {
            picky.answerBy(ask -> {
                boolean isBad = ask.method().equals("POST")
                        && new String(ask.body(), StandardCharsets.ISO_8859_1).contains(bad);
                return isBad ? MisbehavingHttp.Reply.of(400) : server.answerTo(ask);
            });
            archive = archive(URI.create(picky.base() + "/dicom-web"), PATIENT);
            StoreAnswer answer = store(files(3));
            assertEquals(List.of(uids(3).get(0), uids(3).get(2)), answer.stored());
            assertEquals(
                    List.of(new StoreAnswer.Refused(new SopInstanceUid(bad), 0, true, "services.archive.refused")),
                    answer.refused());
        }
    }

    @Test
    void aFileThatIsNotWholeIsNotSent() throws WorkstationException {
        byte[] whole = files(1).getFirst();
        StoreAnswer answer = store(List.of(Arrays.copyOf(whole, whole.length - 20)));
        assertEquals(
                List.of(new StoreAnswer.Refused(uids(1).getFirst(), 0, true, "services.archive.not-whole")),
                answer.refused());
        assertEquals(0, server.size());
    }

    @Test
    void aFileOfAnotherStudyIsNotSentUnderThisOne() throws WorkstationException {
        SmallDicom stranger = SmallDicom.of(2, 1);
        StoreAnswer answer = store(List.of(stranger.bytes(), files(1).getFirst()));
        assertEquals(uids(1), answer.stored());
        assertEquals(
                List.of(new StoreAnswer.Refused(
                        new SopInstanceUid(stranger.instance()), 0, true, "services.archive.other-study")),
                answer.refused());
        assertEquals(1, server.size());
    }

    @Test
    void noRoomPassesAndAnUnknownObjectDoesNot() {
        assertFalse(StoreReason.isFinal(0xA701));
        assertFalse(StoreReason.isFinal(0x0110));
        assertTrue(StoreReason.isFinal(0xC123));
        assertEquals("services.archive.not-understood", StoreReason.messageKey(0xC123));
        assertEquals("services.archive.no-room", StoreReason.messageKey(0xA701));
    }

    /// Orthanc answers 200 for an identifier under which it keeps other content.
    @Test
    void aRealArchiveIsNotBelievedEither(@TempDir Path folder) throws Exception {
        try (Orthanc orthanc = Orthanc.start(folder)) {
            archive = new DicomWebArchive(
                    new HttpLink(HttpServer.open(orthanc.dicomWeb()), new Witness(), HttpTimes.DEFAULT));
            assertEquals(new StoreAnswer(List.of(), List.of()), store(List.of()));
            assertEquals(uids(3), store(files(3)).stored());
            assertArrayEquals(
                    files(1).getFirst(), orthanc.file(uids(1).getFirst().value()));
            assertEquals(uids(3), store(files(3)).stored(), "again: it is held already");

            StoreAnswer other = store(List.of(
                    SmallDicom.of(1, 2).withShift(5).bytes(),
                    SmallDicom.of(1, 4).bytes()));
            assertEquals(List.of(uids(4).get(3)), other.stored());
            assertEquals(
                    List.of(new StoreAnswer.Refused(uids(2).get(1), 0, true, "services.archive.other-content")),
                    other.refused());

            byte[] whole = SmallDicom.of(1, 6).bytes();
            byte[] withoutPreamble = Arrays.copyOfRange(whole, 132, whole.length);
            assertEquals(1, store(List.of(withoutPreamble)).stored().size(), "the object counts, not its wrapping");
        }
    }
}
