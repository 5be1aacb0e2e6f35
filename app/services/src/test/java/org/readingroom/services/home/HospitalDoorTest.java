package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.hospital.OfflineDays;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.link.Servers;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;

/// Who may set the servers of a home, where they lie, and how long one may sign in without them.
class HospitalDoorTest {
    private static final String SECRET = "Gr0ssesGeheimnis";
    private static final char[] PASSWORD = "department".toCharArray();

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private volatile LinkProbe.Found ris = LinkProbe.Found.lost(ServerFault.UNREACHABLE);
    private Home home;

    @BeforeEach
    void aHomeOfSeveral() throws Exception {
        Path path = folder.resolve("home");
        Home.create(path, false, clock);
        HomeOptions options = QuickHome.options(clock).withClients(_ -> new Doubles());
        home = Home.open(path, options);
        home.firstUsers().createDemo(DemoHome.PEOPLE, PASSWORD);
    }

    @AfterEach
    void close() {
        home.close();
    }

    // [utest->req~hospital.settings~1]
    @Test
    void theServersAreKeptSealedAndServeTheNextSession() throws Exception {
        home.offer(settings("one", 30));
        signIn("radiologist").close();
        home.close();
        for (Path file : files()) {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertFalse(raw.contains(SECRET), file + " tells the password");
            assertFalse(raw.contains("ris.example"), file + " tells the server");
        }
        home = Home.open(folder.resolve("home"), QuickHome.options(clock).withClients(_ -> new Doubles()));
        try (Session session = signIn("resident")) {
            assertEquals(settings("one", 30).servers(), session.hospital().servers());
            assertTrue(session.hospital().archive().isEmpty());
            assertTrue(session.audit().verify().isIntact());
        }
    }

    // [utest->req~hospital.settings~1]
    @Test
    void onlyAnAdministratorChangesServersThatAreSet() throws Exception {
        home.offer(settings("one", 30));
        signIn("radiologist").close();
        home.offer(settings("two", 30));
        WorkstationException refused = assertThrows(WorkstationException.class, () -> signIn("senior"));
        assertEquals("services.servers.administrator-only", refused.messageKey());
        home.offer(settings("one", 30));
        try (Session session = signIn("senior")) {
            assertEquals(settings("one", 30).servers(), session.hospital().servers());
            assertEquals(1, count(session, "hospital.settings", Outcome.FAILURE));
            assertFalse(session.hospital().settings().mayChange());
        }
        home.offer(settings("two", 30));
        try (Session session = signIn("admin")) {
            assertEquals(settings("two", 30).servers(), session.hospital().servers());
            assertEquals(2, count(session, "hospital.settings", Outcome.SUCCESS));
        }
    }

    // [utest->req~hospital.cache-limits~1]
    @Test
    void theLimitsOfTheCacheAreChangedByWhomTheServersAre() throws Exception {
        home.offer(settings("one", 30));
        CacheLimits other = CacheLimits.of(50, 20, 1);
        try (Session session = signIn("radiologist")) {
            session.hospital().limitCache(CacheLimits.DEFAULT);
            WorkstationException refused = assertThrows(
                    WorkstationException.class, () -> session.hospital().limitCache(other));
            assertEquals("services.servers.administrator-only", refused.messageKey());
            assertEquals(1, count(session, "cache.limits", Outcome.FAILURE));
        }
        try (Session session = signIn("admin")) {
            assertEquals(0, session.hospital().limitCache(other));
        }
        try (Session session = signIn("radiologist")) {
            assertEquals(other, session.hospital().cache().limits());
        }
    }

    // [utest->req~hospital.offline-days~1]
    @Test
    void withoutTheRisTheDaysRunOutInWordsAndMeetingItGivesThemBack() throws Exception {
        home.offer(settings("one", 30));
        assertLeft("radiologist", 30, false);
        clock.advance(Duration.ofDays(22));
        assertLeft("radiologist", 8, false);
        clock.advance(Duration.ofDays(1));
        assertLeft("radiologist", 7, true);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertLeft("senior", 1, true);
        clock.advance(Duration.ofMillis(1));
        SignInRefusedException refused = assertThrows(SignInRefusedException.class, () -> signIn("radiologist"));
        assertEquals("services.signin.offline-too-long", refused.messageKey());
        assertEquals(List.of(30), refused.messageArguments());
        ris = LinkProbe.Found.UNWELCOME;
        assertThrows(SignInRefusedException.class, () -> signIn("radiologist"), "known as one who is not known");
        ris = LinkProbe.Found.WELCOME;
        try (Session session = signIn("radiologist")) {
            assertEquals(2, count(session, "session.open", Outcome.FAILURE));
        }
        ris = LinkProbe.Found.lost(ServerFault.SILENT);
        clock.advance(Duration.ofDays(29));
        assertLeft("radiologist", 1, true);
    }

    // [utest->req~hospital.offline-days~1]
    @Test
    void aClockSetBackWinsNoDays() throws Exception {
        home.offer(settings("one", 10));
        signIn("radiologist").close();
        clock.advance(Duration.ofDays(9));
        assertLeft("radiologist", 1, true);
        clock.advance(Duration.ofDays(-9));
        assertLeft("radiologist", 1, true);
        clock.advance(Duration.ofDays(-400));
        assertLeft("radiologist", 1, true);
    }

    // [utest->req~hospital.offline-days~1]
    @Test
    void noLimitAndNoRisNeverEnd() throws Exception {
        home.offer(settings("one", 0));
        signIn("radiologist").close();
        clock.advance(Duration.ofDays(4000));
        try (Session session = signIn("radiologist")) {
            assertFalse(session.hospital().offlineLeft().isLimited());
        }
        HttpServer web = HttpServer.open(URI.create("https://pacs.example/dicom-web"));
        home.offer(new HospitalSettings(new Servers(web, null, null, null), 30));
        signIn("admin").close();
        clock.advance(Duration.ofDays(400));
        try (Session session = signIn("radiologist")) {
            assertFalse(session.hospital().offlineLeft().isLimited());
        }
    }

    // [utest->req~hospital.offline-days~1]
    @Test
    void anAdministratorWithNewServersOpensTheDoorAgain() throws Exception {
        home.offer(settings("one", 30));
        signIn("radiologist").close();
        clock.advance(Duration.ofDays(31));
        assertThrows(SignInRefusedException.class, () -> signIn("admin"));
        home.offer(settings("two", 30));
        assertThrows(WorkstationException.class, () -> signIn("radiologist"));
        signIn("admin").close();
        assertLeft("radiologist", 30, false);
    }

    private void assertLeft(String who, long days, boolean isSoon) throws WorkstationException {
        try (Session session = signIn(who)) {
            assertEquals(
                    new OfflineDays.Left(true, days, isSoon), session.hospital().offlineLeft());
        }
    }

    private Session signIn(String who) throws WorkstationException {
        return home.signIn(who, PASSWORD.clone());
    }

    private static long count(Session session, String type, Outcome outcome) throws WorkstationException {
        return session.audit().latest(1000).stream()
                .filter((AuditEvent event) -> event.type().equals(type) && event.outcome() == outcome)
                .count();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static HospitalSettings settings(String host, int days) {
        HttpServer fhir = new HttpServer(
                URI.create("https://" + host + ".ris.example/fhir"), new Access.Basic("desk", SECRET), null, null, "");
        return new HospitalSettings(new Servers(null, null, fhir, null), days);
    }

    /// No client at all, and a RIS that answers as the test says.
    private final class Doubles implements Clients {
        @Override
        public Optional<Archive> archive(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> pacsProbe(Servers servers) {
            return Optional.empty();
        }

        @Override
        public Optional<LinkProbe> risProbe(Servers servers) {
            return servers.hasRis() ? Optional.of(_ -> ris) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
