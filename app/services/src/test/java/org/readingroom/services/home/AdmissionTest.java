package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Further people of a home that is nobody's demo: who takes them in, what is refused, and what they can do
/// then.
class AdmissionTest {
    private static final String FIRST = "Quagga-1788";
    private static final String OWN = "Thylacine-1936";
    private static final String GIVEN = "Moa-given-1445";
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);
    private static final Practice LI = new Practice("", "L-2", GOOD, LocalDate.of(2015, 7, 1));

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    private Home home() throws WorkstationException {
        return Home.openOrCreate(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> new byte[] {'%'}));
    }

    private Home begun() throws WorkstationException {
        Home home = home();
        home.createFirstUser("wang", "王医师", new Licence("L-1", GOOD), FIRST.toCharArray());
        return home;
    }

    private static Session signIn(Home home, String login, String password) throws WorkstationException {
        return home.signIn(login, password.toCharArray());
    }

    private static String refused(
            Session session, String login, String display, Set<Role> roles, Practice practice, String password) {
        return assertThrows(
                        WorkstationException.class,
                        () -> session.admission().admit(login, display, roles, practice, password.toCharArray()))
                .messageKey();
    }

    private static Practice practice(String licence, @Nullable LocalDate until, @Nullable LocalDate since) {
        return new Practice("", licence, until, since);
    }

    // [utest->req~identity.admission~1]
    @Test
    void whatIsWrongIsRefusedInWordsAndNobodyIsMade() throws Exception {
        Set<Role> senior = Set.of(Role.SENIOR);
        Practice none = practice("", null, null);
        try (Home home = begun();
                Session session = signIn(home, "wang", FIRST)) {
            assertTrue(session.admission().mayAdmit());
            assertEquals("services.user.exists", refused(session, " Wang ", "李医师", senior, none, GIVEN));
            assertEquals("services.user.name-blank", refused(session, " ", "李医师", senior, none, GIVEN));
            assertEquals("services.user.name-blank", refused(session, "li", " ", senior, none, GIVEN));
            for (String bad : List.of("li si", "-li", "l\u200bi", "x".repeat(65), "li'; --")) {
                assertEquals("services.user.login-form", refused(session, bad, "李医师", senior, none, GIVEN));
            }
            for (String bad : List.of("李^四", "李\\四", "李\u0000四", "李".repeat(65))) {
                assertEquals("services.user.display-form", refused(session, "li", bad, senior, none, GIVEN));
            }
            assertEquals("services.user.no-role", refused(session, "li", "李医师", Set.of(), none, GIVEN));
            assertEquals("services.password.short", refused(session, "li", "李医师", senior, none, "1234567"));
            assertEquals(
                    "services.practice.licence-taken",
                    refused(session, "li", "李医师", senior, practice(" l-1 ", GOOD, null), GIVEN));
            assertEquals(
                    "services.practice.licence-half",
                    refused(session, "li", "李医师", senior, practice("L-2", null, null), GIVEN));
            assertEquals(
                    "services.practice.since-future",
                    refused(session, "li", "李医师", senior, practice("", null, LocalDate.of(2026, 3, 3)), GIVEN));
            assertEquals(1, home.users().size(), "nobody was made");
            session.admission().admit("Özil", "O", senior, none, GIVEN.toCharArray());
            assertEquals("services.user.exists", refused(session, "özil", "O", senior, none, GIVEN));
            assertEquals(
                    18, // 3 names, 5 and 4 forms, then role, password, 3 of practice, and the name once more
                    events(session, "user").stream()
                            .filter(event -> event.outcome() == Outcome.FAILURE)
                            .count(),
                    "each refusal is in the trail");
            assertTrue(session.audit().verify().isIntact());
        }
    }

    // [utest->req~identity.admission~1]
    @Test
    void whoIsNoAdministratorTakesNobodyIn() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("demo"), clock)) {
            for (String login : List.of("resident", "radiologist", "senior")) {
                try (Session session = QuickHome.signIn(home, login)) {
                    assertFalse(session.admission().mayAdmit());
                    assertEquals(
                            "services.user.not-allowed",
                            refused(session, "li", "李医师", Set.of(Role.ADMINISTRATOR), LI, GIVEN));
                }
            }
            assertEquals(4, home.users().size());
        }
    }

    /// The second physician of a real home: in after a restart with a password of their own, reads what the
    /// first one signed, and signs the second version.
    // [utest->req~identity.admission~1]
    // [utest->req~identity.first-password~1]
    @Test
    void aSecondPhysicianSignsTheSameReport() throws Exception {
        String admitted;
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = begun();
                Session session = signIn(home, "wang", FIRST)) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            sign(session, Stage.PRIMARY, "右肺上叶见结节。", FIRST);
            session.admission().admit(" li.si ", "李四", Set.of(Role.SENIOR, Role.RADIOLOGIST), LI, GIVEN.toCharArray());
            User made = home.users().stream()
                    .filter(user -> user.loginName().equals("li.si"))
                    .findFirst()
                    .orElseThrow();
            admitted = made.id();
            assertEquals(Set.of(Role.SENIOR, Role.RADIOLOGIST), made.roles());
            assertEquals(new Licence("L-2", GOOD, LocalDate.of(2015, 7, 1)), made.licence());
            AuditEvent event = events(session, "user").getFirst();
            assertEquals(session.user().id(), event.user());
            assertEquals(AuditEvent.Action.CREATE, event.action());
            assertEquals("RADIOLOGIST,SENIOR", event.detail());
        }
        try (Home home = home()) {
            assertEquals("services.signin.change-first", doorSays(home, "li.si", GIVEN));
            assertEquals("services.signin.wrong", doorSays(home, "li.si", OWN), "only the right one is told");
            assertEquals("services.password.same", renewal(home, GIVEN, GIVEN));
            assertEquals("services.password.short", renewal(home, GIVEN, "short"));
            assertEquals("services.signin.wrong", renewal(home, "something else", OWN));
            assertEquals("services.signin.change-first", doorSays(home, "li.si", GIVEN), "nothing changed so far");
            home.renewPassword("li.si", GIVEN.toCharArray(), OWN.toCharArray());
            assertEquals(
                    "services.signin.wrong", doorSays(home, "li.si", GIVEN), "what the administrator knows is void");
        }
        try (Home home = home();
                Session session = signIn(home, "LI.SI", OWN)) {
            assertEquals(admitted, session.user().id());
            assertEquals(
                    List.of("右肺上叶见结节。"),
                    session.reports().versions(new StudyUid("2.25.1001")).getFirst().report().sections().stream()
                            .filter(section -> section.kind() == SectionKind.FINDINGS)
                            .flatMap(section -> section.sentences().stream())
                            .map(sentence -> sentence.text())
                            .toList());
            sign(session, Stage.REVIEW, "右肺上叶见实性结节。", OWN);
            assertEquals(
                    List.of("王医师", "李四"),
                    session.reports().versions(new StudyUid("2.25.1001")).stream()
                            .map(version -> version.act().author().displayName())
                            .toList());
            assertTrue(session.audit().verify().isIntact());
            assertEquals(
                    List.of(Outcome.SUCCESS, Outcome.FAILURE),
                    events(session, "user.password").stream()
                            .map(AuditEvent::outcome)
                            .distinct()
                            .toList());
        }
        String raw = "";
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                raw += new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(raw.contains("user.password"), "the search finds what lies open");
        for (String secret : List.of(FIRST, OWN, GIVEN)) {
            assertFalse(raw.contains(secret), "no password lies in the home");
        }
    }

    private static void sign(Session session, Stage stage, String findings, String password) throws Exception {
        OpenReport open = session.reports()
                .open(session.studies().study(new StudyUid("2.25.1001")).orElseThrow(), ReportLanguage.CHINESE, "医院");
        Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, findings)
                .apply(open.report());
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, "右肺上叶结节，建议随访。")
                .apply(report);
        session.reports().sign(report, open.baseVersion(), stage, "", password.toCharArray());
    }

    private static String doorSays(Home home, String login, String password) {
        return assertThrows(WorkstationException.class, () -> signIn(home, login, password))
                .messageKey();
    }

    private static String renewal(Home home, String given, String own) {
        return assertThrows(
                        WorkstationException.class,
                        () -> home.renewPassword("li.si", given.toCharArray(), own.toCharArray()))
                .messageKey();
    }

    private static List<AuditEvent> events(Session session, String type) throws WorkstationException {
        return session.audit().latest(200).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
