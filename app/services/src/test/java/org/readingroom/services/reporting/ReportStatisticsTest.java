package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformitySource;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReportFact;
import org.readingroom.report.statistics.Urgency;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reporting.ReportStatistics.Counted;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ReportStatisticsTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZoneOffset.UTC);
    private static final Instant ARRIVED = Instant.parse("2026-03-01T08:15:00Z");

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = reopened();
        try (Session session = QuickHome.signIn(home, "senior")) {
            for (int study = 1; study <= 3; study++) {
                Path file = Files.write(
                        folder.resolve("f" + study), SmallDicom.of(study, 1).bytes());
                session.imports().importPaths(List.of(file), Progress.IGNORED);
            }
            var order = Orders.of("t1", "1", 1, OrderState.WAITING, null, Instant.parse("2026-03-01T00:20:00Z"));
            session.orders().take(new OrderChanges(List.of(order), List.of(), "c", true));
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    // [utest->req~report.statistics.read~1]
    @Test
    void factsAreThoseOfTheVersionsAndActsOfThePeriod() throws Exception {
        sign("radiologist", 1, Stage.PRIMARY, SectionKind.IMPRESSION, Polarity.POSITIVE);
        act("senior", Kind.RETURNED, "side", "请核对左右");
        clock.advance(Duration.ofMinutes(30));
        sign("radiologist", 1, Stage.PRIMARY, SectionKind.IMPRESSION, Polarity.POSITIVE);
        clock.advance(Duration.ofMinutes(30));
        sign("senior", 1, Stage.REVIEW, SectionKind.IMPRESSION, Polarity.POSITIVE);
        clock.advance(Duration.ofMinutes(30));
        act("resident", Kind.CHANGE_REQUESTED, "", "检查项目写错");
        act("senior", Kind.CHANGE_GRANTED, "CORRECTION", "同意");
        sign("radiologist", 1, Stage.CORRECTION, SectionKind.TECHNIQUE, Polarity.POSITIVE);
        compare();
        sign("resident", 2, Stage.TRAINEE, SectionKind.IMPRESSION, Polarity.UNMARKED);
        clock.advance(Duration.ofDays(30));
        sign("radiologist", 3, Stage.TEMPORARY, SectionKind.IMPRESSION, Polarity.NEGATIVE);

        Counted march = count("senior", MARCH);
        assertEquals(
                Set.of(
                        new ReportFact(
                                "CT",
                                "CHEST",
                                Urgency.EMERGENCY,
                                Instant.parse("2026-03-01T00:20:00Z"),
                                ARRIVED,
                                Instant.parse("2026-03-02T09:00:00Z"),
                                null,
                                Instant.parse("2026-03-02T10:00:00Z"),
                                Polarity.POSITIVE,
                                1,
                                true,
                                false,
                                Conformity.CONFORMS),
                        new ReportFact(
                                "CT",
                                "CHEST",
                                Urgency.UNKNOWN,
                                null,
                                ARRIVED,
                                Instant.parse("2026-03-02T10:30:00Z"),
                                null,
                                null,
                                Polarity.UNMARKED,
                                0,
                                false,
                                true,
                                null)),
                Set.copyOf(march.facts()));
        assertEquals(2, march.facts().size());
        assertEquals(0, march.unreadable());
        Period april = Period.month(LocalDate.of(2026, 4, 1), ZoneOffset.UTC);
        ReportFact third = count("senior", april).facts().getFirst();
        assertEquals(Instant.parse("2026-04-01T10:30:00Z"), third.temporary());
        assertFalse(third.isIssued());
    }

    // [utest->req~report.statistics.rules~1]
    @Test
    void onlyTheRolesOfTheRuleFileLookAndEachLookIsAudited() throws Exception {
        for (String login : List.of("resident", "radiologist")) {
            assertEquals(
                    "services.statistics.not-allowed",
                    assertThrows(WorkstationException.class, () -> count(login, MARCH))
                            .messageKey());
        }
        assertEquals(List.of(), count("admin", MARCH).facts());
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertEquals(
                    Set.of("SUCCESS 2026-03-01 2026-03-31", "FAILURE services.statistics.not-allowed"),
                    session.audit().latest(50).stream()
                            .filter(event -> event.type().equals("report.statistics"))
                            .map(event -> event.outcome() + " " + event.detail())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aHospitalsOwnRulesHoldAndBrokenOnesAreTold() throws Exception {
        Path own = folder.resolve("home/statistics.json");
        Files.writeString(
                own,
                "{\"format\":\"readingroom.statistics-rules\",\"formatVersion\":1,\"version\":\"own\","
                        + "\"roles\":[\"RADIOLOGIST\"],\"limits\":[]}");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertTrue(session.reporting().statistics().mayLook());
            assertFalse(session.reporting().statistics().isFileBroken());
        }
        Files.writeString(own, "{ half a file");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertTrue(session.reporting().statistics().isFileBroken());
            assertFalse(session.reporting().statistics().mayLook());
        }
    }

    @Test
    void aReportThatCannotBeOpenedIsSaidAndTheOthersCount() throws Exception {
        sign("radiologist", 1, Stage.PRIMARY, SectionKind.IMPRESSION, Polarity.POSITIVE);
        sign("radiologist", 2, Stage.PRIMARY, SectionKind.IMPRESSION, Polarity.NEGATIVE);
        home.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER version_never_update");
            assertEquals(
                    1,
                    statement.executeUpdate("UPDATE version SET body = zeroblob(60) WHERE audit_sequence ="
                            + " (SELECT max(audit_sequence) FROM version)"));
        }
        home = reopened();
        Counted counted = count("senior", MARCH);
        assertEquals(
                List.of(Polarity.POSITIVE),
                counted.facts().stream().map(ReportFact::conclusion).toList());
        assertEquals(1, counted.unreadable());
    }

    private Home reopened() throws Exception {
        return Home.openOrCreateDemo(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED);
    }

    private Counted count(String login, Period period) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            StudyOrders orders = StudyOrders.of(session.orders(), session.studies(), session.worklist());
            return session.reporting().statistics().count(period, orders);
        }
    }

    private void compare() throws Exception {
        try (Session session = QuickHome.signIn(home, "senior")) {
            ReportId report = session.reports()
                    .versions(new StudyUid("2.25.1001"))
                    .getLast()
                    .report()
                    .id();
            Aftercare care = session.reporting().aftercare();
            care.compare(report, Conformity.UNDECIDED, ConformitySource.PATHOLOGY, care.today(), "");
            care.compare(report, Conformity.CONFORMS, ConformitySource.SURGERY, care.today(), "");
        }
    }

    private void act(String login, Kind kind, String code, String words) throws Exception {
        StudyUid study = new StudyUid("2.25.1001");
        try (Session session = QuickHome.signIn(home, login)) {
            String last = session.reports().versions(study).getLast().digest();
            session.course().act(study, ActWish.of(kind, last, code, words));
        }
    }

    private void sign(String login, int study, Stage stage, SectionKind kind, Polarity mark) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = session.reports()
                    .open(
                            session.studies()
                                    .study(new StudyUid("2.25.100" + study))
                                    .orElseThrow(),
                            ReportLanguage.CHINESE,
                            "演示医院");
            Report report = ReportEdits.setText(open.report(), kind, "右肺上叶结节。").apply(open.report());
            if (report.section(SectionKind.FINDINGS).isBlank()) {
                report = ReportEdits.setText(report, SectionKind.FINDINGS, "右肺上叶见结节。")
                        .apply(report);
            }
            session.reports().sign(report.withConclusion(mark), open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }
}
