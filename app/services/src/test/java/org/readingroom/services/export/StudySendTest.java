package org.readingroom.services.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

// [utest->req~export.send~1]
class StudySendTest {
    /// 24 objects: more than go at a time.
    private static final LesionCtPhantom CASE = new LesionCtPhantom(true);

    private static final int AT_A_TIME = 20;

    @TempDir
    Path folder;

    private final TestArchive server = new TestArchive();

    private interface Act {
        void on(Session session) throws Exception;
    }

    private void as(String name, Act act) throws Exception {
        try (Home home = Home.openOrCreateDemo(
                        folder.resolve("home"),
                        QuickHome.options(InstantSource.system()).withDepartment(() -> List.of(CASE)),
                        Progress.IGNORED);
                Session session = QuickHome.signIn(home, name)) {
            act.on(session);
            assertTrue(session.audit().verify().isIntact());
        }
    }

    private static StudySend.Result send(Session session, Archive to, Progress progress) throws WorkstationException {
        StudySend sender = new StudySend(session.studies(), session.gate(), session.audit());
        return sender.send(CASE.uid(), sender.objects(CASE.uid()), to, "dicom-web", progress);
    }

    private static List<String> trail(Session session) throws WorkstationException {
        return session.audit().latest(20).stream()
                .filter(event ->
                        event.type().equals("export.dicom") || event.type().equals("study.send"))
                .map(StudySendTest::words)
                .toList();
    }

    private static String words(AuditEvent event) {
        return event.type() + " " + event.outcome() + " " + event.detail();
    }

    private static List<String> shouldBe() {
        return IntStream.range(0, CASE.size())
                .mapToObj(i -> CASE.instance(i).toBytes())
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void everyObjectArrivesByteForByteAndTheTrailSaysSoBefore() throws Exception {
        List<String> atFirst = new ArrayList<>();
        as("radiologist", session -> {
            server.meddle(new TestArchive.Meddler() {
                @Override
                public void before(String request) throws WorkstationException {
                    atFirst.add(words(session.audit().latest(1).getFirst()));
                }
            });
            StudySend.Result result = send(session, server, Progress.IGNORED);
            assertTrue(result.isWhole());
            assertEquals(24, result.total());
            assertEquals(24, server.instancesOf(CASE.uid()).size());
            List<String> arrived = server.instancesOf(CASE.uid()).stream()
                    .map(uid -> new String(server.file(uid), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .sorted()
                    .toList();
            assertTrue(shouldBe().stream().sorted().toList().equals(arrived), "other bytes arrived");
            assertEquals("export.dicom SUCCESS server named 24", atFirst.getFirst());
            assertEquals(
                    List.of("study.send SUCCESS dicom-web 24/24", "export.dicom SUCCESS server named 24"),
                    trail(session));
        });
    }

    @Test
    void whoMayNotLetNamedObjectsOutSendsNothing() throws Exception {
        as("resident", session -> {
            ExportRefusedException refused =
                    assertThrows(ExportRefusedException.class, () -> send(session, server, Progress.IGNORED));
            assertEquals("services.export.named-objects", refused.messageKey());
            assertEquals(List.of(), server.asked());
            assertEquals(1, trail(session).size());
            assertTrue(
                    trail(session).getFirst().startsWith("export.dicom FAILURE"),
                    trail(session).toString());
        });
    }

    @Test
    void whatWasTakenBeforeTheServerWentAwayIsTold() throws Exception {
        as("radiologist", session -> {
            server.meddle(new TestArchive.Meddler() {
                @Override
                public void before(String request) throws WorkstationException {
                    if (server.asked("store") > 1) {
                        throw new ArchiveException(ServerFault.UNREACHABLE, "gone", null);
                    }
                }
            });
            StudySend.Result result = send(session, server, Progress.IGNORED);
            assertFalse(result.isWhole());
            assertFalse(result.isGivenUp());
            assertEquals(AT_A_TIME, result.taken());
            assertEquals(
                    ServerFault.UNREACHABLE.messageKey(),
                    Objects.requireNonNull(result.fault()).messageKey());
            assertEquals("study.send FAILURE dicom-web 20/24", trail(session).getFirst());
        });
    }

    @Test
    void oneRefusedObjectIsNamedWithItsReasonAndTheOthersGo() throws Exception {
        as("radiologist", session -> {
            StoredInstance one = new StudySend(session.studies(), session.gate(), session.audit())
                    .objects(CASE.uid())
                    .get(3);
            byte[] mine = session.studies().bytes(one.uid());
            byte[] other = mine.clone();
            other[other.length - 1] ^= 1;
            server.put(other);
            StudySend.Result result = send(session, server, Progress.IGNORED);
            assertEquals(23, result.taken());
            assertEquals(1, result.refused().size());
            assertEquals(one.uid(), result.refused().getFirst().instance());
            assertEquals("services.server.refused", result.refused().getFirst().messageKey());
            assertArrayEquals(other, server.file(one.uid()));
            assertEquals("study.send FAILURE dicom-web 23/24", trail(session).getFirst());
        });
    }

    @Test
    void givenUpItStopsAndCountsWhatIsThere() throws Exception {
        as("radiologist", session -> {
            AtomicBoolean isCancelled = new AtomicBoolean();
            StudySend.Result result = send(session, server, new Progress() {
                @Override
                public void at(long done, long total) {
                    assertEquals(24, total);
                    isCancelled.set(true);
                }

                @Override
                public boolean isCancelled() {
                    return isCancelled.get();
                }
            });
            assertTrue(result.isGivenUp());
            assertEquals(AT_A_TIME, result.taken());
            assertEquals(AT_A_TIME, server.instancesOf(CASE.uid()).size());
        });
    }

    @Test
    void whatTheServerSaysNothingOfCountsAsNotTaken() throws Exception {
        Archive silent = (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(),
                new Class<?>[] {Archive.class},
                (self, method, arguments) -> new StoreAnswer(List.of(new SopInstanceUid("1.2.3")), List.of()));
        as("radiologist", session -> {
            StudySend.Result result = send(session, silent, Progress.IGNORED);
            assertEquals(0, result.taken());
            assertEquals(24, result.refused().size());
            assertTrue(
                    result.refused().stream().allMatch(each -> each.messageKey().equals("services.send.unanswered")));
        });
    }

    @Test
    void aStudyOfWhichNothingIsHereIsNotSent() throws Exception {
        as("radiologist", session -> {
            StudySend sender = new StudySend(session.studies(), session.gate(), session.audit());
            WorkstationException nothing = assertThrows(
                    WorkstationException.class,
                    () -> sender.send(CASE.uid(), List.of(), server, "dicom-web", Progress.IGNORED));
            assertEquals("services.send.nothing", nothing.messageKey());
            assertEquals(List.of(), trail(session));
        });
    }
}
