package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Today is 2026-03-02 by the clock of these homes.
class PracticeRegisterTest {
    private static final Practice SHORT =
            new Practice("主治医师", "DEMO-0002", LocalDate.of(2099, 12, 31), LocalDate.of(2023, 3, 2));

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(new QuickHome.Clock()).withRenderer(versions -> new byte[] {'%'}),
                Progress.IGNORED);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static PracticePerson person(PracticeRegister register, String name) throws Exception {
        return register.people().stream()
                .filter(one -> one.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private void enter(String name, Practice to, String reason) throws Exception {
        try (Session session = QuickHome.signIn(home, "admin")) {
            PracticeRegister register = session.reporting().practice();
            PracticePerson before = person(register, name);
            register.enter(before.id(), before.practice(), to, reason);
        }
    }

    private String refused(String name, Practice to, String reason) {
        return assertThrows(WorkstationException.class, () -> enter(name, to, reason))
                .messageKey();
    }

    // [utest->req~identity.practice~1]
    @Test
    void whatAnAdministratorPutsRightHoldsWithWhoWhenFromWhatToWhatAndWhy() throws Exception {
        String senior;
        try (Session session = QuickHome.signIn(home, "admin")) {
            PracticeRegister register = session.reporting().practice();
            PracticePerson before = person(register, "Demo Senior");
            senior = before.id();
            assertEquals(LocalDate.of(2010, 7, 1), before.practice().since(), "what was stored stays as it was");
            assertEquals("", before.practice().qualification(), "nobody entered one");
            assertEquals(List.of(), before.changes(), "and no correction is invented");
            register.enter(senior, before.practice(), SHORT, " 核对执业证书 ");
            PracticePerson after = person(register, "Demo Senior");
            assertEquals(SHORT, after.practice());
            assertEquals(
                    List.of(new PracticeChange(
                            session.user().id(),
                            session.user().displayName(),
                            QuickHome.START,
                            before.practice(),
                            SHORT,
                            "核对执业证书")),
                    after.changes());
            AuditEvent event = session.audit().latest(20).stream()
                    .filter(one -> one.type().equals("user.practice"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("since qualification", event.detail());
            assertEquals(session.user().id(), event.user());
            assertTrue(session.audit().verify().isIntact());
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertEquals(senior, session.user().id());
            assertEquals(
                    LocalDate.of(2023, 3, 2), session.reports().author().qualifiedSince(), "from the next sign-in on");
        }
    }

    // [utest->req~identity.practice~1]
    @Test
    void nobodyElseLooksOrEntersAndWhatCannotBeIsRefused() throws Exception {
        for (String login : List.of("resident", "radiologist", "senior")) {
            try (Session session = QuickHome.signIn(home, login)) {
                PracticeRegister register = session.reporting().practice();
                assertFalse(register.mayEnter());
                String me = session.user().id();
                Practice mine = new Practice("", "DEMO-0001", LocalDate.of(2099, 12, 31), LocalDate.of(2010, 7, 1));
                for (WorkstationException said : List.of(
                        assertThrows(WorkstationException.class, register::people),
                        assertThrows(WorkstationException.class, () -> register.enter(me, mine, SHORT, "weil")))) {
                    assertEquals("services.practice.not-allowed", said.messageKey());
                }
            }
        }
        LocalDate good = LocalDate.of(2030, 1, 1);
        assertEquals("services.practice.no-reason", refused("Demo Senior", SHORT, " "));
        assertEquals("services.practice.licence-half", refused("Demo Senior", practice("L", null, null), "x"));
        assertEquals("services.practice.licence-half", refused("Demo Senior", practice(" ", good, null), "x"));
        assertEquals(
                "services.practice.since-future",
                refused("Demo Senior", practice("L", good, LocalDate.of(2026, 3, 3)), "x"));
        assertEquals(
                "services.practice.since-past",
                refused("Demo Senior", practice("L", good, LocalDate.of(202, 3, 3)), "x"));
        assertEquals(
                "services.practice.licence-before",
                refused("Demo Senior", practice("L", LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1)), "x"));
        assertEquals("services.practice.licence-taken", refused("Demo Senior", practice("demo-0001", good, null), "x"));
        enter("Demo Senior", SHORT, "x");
        assertEquals("services.practice.same", refused("Demo Senior", SHORT, "x"));
        try (Session session = QuickHome.signIn(home, "admin")) {
            PracticeRegister register = session.reporting().practice();
            PracticePerson now = person(register, "Demo Senior");
            assertEquals(1, now.changes().size());
            assertEquals(
                    "services.practice.changed",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> register.enter(
                                            now.id(), practice("other", good, null), practice("L", good, null), "x"))
                            .messageKey());
            assertEquals(
                    "services.user.unknown",
                    assertThrows(
                                    WorkstationException.class,
                                    () -> register.enter("nobody", now.practice(), practice("L", good, null), "x"))
                            .messageKey());
            assertEquals(SHORT, person(register, "Demo Senior").practice());
        }
    }

    private static Practice practice(String licence, @Nullable LocalDate until, @Nullable LocalDate since) {
        return new Practice("", licence, until, since);
    }

    // [utest->req~identity.practice~1]
    @Test
    void correctionsLieSealedAndNeverChange() throws Exception {
        enter("Demo Senior", SHORT, "Quagga certificate");
        home.close();
        String raw = "";
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                raw += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(raw.contains("user.practice"), "the search finds what lies open");
        assertFalse(raw.contains("Quagga"));
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                Statement statement = open.createStatement()) {
            for (String change : List.of("DELETE FROM practice_change", "UPDATE practice_change SET by = 'x'")) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
    }

    /// The primary report by a physician of long practice, then a reviewer of three years, put right to six.
    // [utest->req~report.workflow.suggestion-two~1]
    @Test
    void theServiceLetsNothingOutUntilTwoOfEnoughYearsSigned() throws Exception {
        enter("Demo Senior", SHORT, "entered");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            sign(session, Stage.PRIMARY);
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            SigningRefusedException refused =
                    assertThrows(SigningRefusedException.class, () -> sign(session, Stage.REVIEW));
            assertEquals(
                    "suggestion-two-physicians", refused.refusals().getFirst().ruleId());
            assertEquals(List.of(2, 5, 1), refused.refusals().getFirst().arguments());
        }
        enter(
                "Demo Senior",
                new Practice("", "DEMO-0002", LocalDate.of(2099, 12, 31), LocalDate.of(2020, 3, 2)),
                "put right");
        try (Session session = QuickHome.signIn(home, "senior")) {
            sign(session, Stage.REVIEW);
            assertEquals(
                    2, session.reports().versions(new StudyUid("2.25.1001")).size());
        }
    }

    private static void sign(Session session, Stage stage) throws Exception {
        OpenReport open = session.reports()
                .open(session.studies().study(new StudyUid("2.25.1001")).orElseThrow(), ReportLanguage.CHINESE, "演示医院");
        Report report = open.report();
        if (stage == Stage.PRIMARY) {
            report = ReportEdits.setText(report, SectionKind.FINDINGS, "右肺上叶见结节。")
                    .apply(report);
            ReportSentence suggested = ReportSentence.of("右肺上叶结节。", SentenceOrigin.HUMAN);
            List<ReportSentence> impression = new ArrayList<>();
            impression.add(new ReportSentence(
                    suggested.id(),
                    suggested.words(),
                    SentenceOrigin.HUMAN,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new SuggestionTrace(
                            "suggest-archive", "1", suggested.words(), SuggestionTrace.Act.ACCEPTED, 0, List.of())));
            report = report.with(new org.readingroom.report.model.Section(SectionKind.IMPRESSION, impression));
        }
        session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
    }
}
