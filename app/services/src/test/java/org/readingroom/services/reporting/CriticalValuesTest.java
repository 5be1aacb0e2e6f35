package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalActor;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalRate;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.report.critical.CriticalTime;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

class CriticalValuesTest {
    private static final CriticalContact CALL = new CriticalContact("护士丁", "急诊科", "8120", Medium.PHONE, "复述斑马鱼");

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    // [utest->req~report.critical.kept~1]
    // [utest->req~report.critical.loop~1]
    @Test
    void twoPeopleCloseALoopThatSurvivesRestartsSealedAndAudited() throws Exception {
        CriticalCase loop;
        try (Home home = QuickHome.demo(folder, clock)) {
            try (Session session = QuickHome.signIn(home, "resident")) {
                CriticalValues values = session.reporting().critical();
                loop = values.discover(finding(values, "2.25.1"));
                CriticalAct verified = CriticalAct.of(CriticalKind.VERIFIED);
                assertEquals(
                        "report.critical.rule.senior-verifies",
                        assertThrows(WorkstationException.class, () -> values.perform(loop.id(), verified))
                                .messageKey());
            }
            clock.advance(Duration.ofMinutes(3));
            try (Session session = QuickHome.signIn(home, "senior")) {
                session.reporting().critical().perform(loop.id(), CriticalAct.of(CriticalKind.VERIFIED));
            }
        }
        clock.advance(Duration.ofMinutes(4));
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "resident")) {
            CriticalValues values = session.reporting().critical();
            assertEquals(
                    List.of(CriticalState.VERIFIED),
                    values.all().stream().map(CriticalCase::state).toList());
            CriticalCase told = values.perform(
                    loop.id(), CriticalAct.of(CriticalKind.NOTIFIED).with(CALL));
            assertEquals(List.of(told), values.all());
            assertEquals(
                    List.of(
                            "DISCOVERED 2026-03-02T09:00:00Z",
                            "VERIFIED 2026-03-02T09:03:00Z",
                            "NOTIFIED 2026-03-02T09:07:00Z"),
                    told.events().stream()
                            .map(event -> event.kind() + " " + event.occurredAt())
                            .toList());
            List<AuditEvent> trail = session.audit().latest(30);
            for (String type : List.of("critical.discovered", "critical.verified", "critical.notified")) {
                assertTrue(trail.stream().anyMatch(event -> event.type().equals(type) && isDone(event)), type);
            }
            assertEquals(
                    List.of("report.critical.rule.senior-verifies"),
                    trail.stream()
                            .filter(event -> !isDone(event))
                            .map(AuditEvent::detail)
                            .toList());
            assertTrue(session.audit().verify().isIntact());
        }
        assertFalse(liesOpen("斑马鱼"), "what was read back lies open on the disk");
        assertFalse(liesOpen("右肺动脉"), "a finding lies open on the disk");
    }

    private static boolean isDone(AuditEvent event) {
        return event.outcome() == AuditEvent.Outcome.SUCCESS;
    }

    // [utest->req~report.critical.kept~1]
    @Test
    void noStatementChangesOrDeletesAnEvent() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "resident")) {
            CriticalValues values = session.reporting().critical();
            values.discover(finding(values, "2.25.1"));
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("documents.db"));
                Statement statement = file.createStatement()) {
            statement.execute("PRAGMA recursive_triggers=ON"); // as the program opens it
            for (String change : List.of(
                    "DELETE FROM critical_event",
                    "UPDATE critical_event SET recorded = 0",
                    "REPLACE INTO critical_event SELECT * FROM critical_event")) {
                String said = assertThrows(SQLException.class, () -> statement.execute(change), change)
                        .getMessage();
                assertTrue(said.contains("critical value"), said);
            }
            assertEquals(
                    1,
                    statement
                            .executeQuery("SELECT count(*) FROM critical_event")
                            .getInt(1));
        }
    }

    // [utest->req~report.critical.escalation~1]
    @Test
    void whatIsLateIsEscalatedOnceALevel() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            CriticalValues values = session.reporting().critical();
            CriticalCase loop = values.discover(finding(values, "2.25.1"));
            CriticalEscalation escalation = new CriticalEscalation(values);
            clock.advance(Duration.ofMinutes(10));
            assertEquals(0, escalation.look(), "ten minutes are still in time");
            clock.advance(Duration.ofSeconds(1));
            assertEquals(1, escalation.look());
            assertEquals(0, escalation.look());
            clock.advance(Duration.ofMinutes(10));
            assertEquals(1, new CriticalEscalation(values).look());
            assertEquals(0, escalation.look());
            assertEquals(
                    List.of("科室值班负责人 / the head of department on duty", "医院总值班 / the hospital's duty officer"),
                    values.all().getFirst().events().stream()
                            .filter(event -> event.kind() == CriticalKind.ESCALATED)
                            .map(CriticalEvent::words)
                            .toList());
            values.perform(loop.id(), CriticalAct.of(CriticalKind.VERIFIED));
            assertEquals(0, escalation.look());
            values.perform(loop.id(), CriticalAct.of(CriticalKind.NOTIFIED).with(CALL));
            clock.advance(Duration.ofMinutes(11));
            assertEquals(1, escalation.look(), "the ward's own clock");
        }
    }

    @Test
    void aMachinesSuspicionBecomesThePersonsLoop() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "resident")) {
            CriticalValues values = session.reporting().critical();
            CriticalFinding finding = finding(values, "2.25.1");
            CriticalCase suspected = values.suspect(finding, "ct-detector 1.0");
            assertThrows(ActRefusedException.class, () -> values.suspect(finding, "ct-detector 1.0"));
            CriticalCase found = values.discover(finding);
            assertEquals(suspected.id(), found.id());
            assertEquals(
                    CriticalActor.Side.MACHINE, found.events().getFirst().by().side());
            assertEquals(CriticalState.DISCOVERED, found.state());
        }
    }

    // [utest->req~report.critical.rate~1]
    @Test
    void givesTheTimesOfAPeriodToStatistics() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            CriticalValues values = session.reporting().critical();
            tell(values, "2.25.1", Duration.ofMinutes(8));
            tell(values, "2.25.2", Duration.ofMinutes(12));
            Instant begin = QuickHome.START;
            List<CriticalTime> times = values.discoveredBetween(begin, begin.plus(Duration.ofMinutes(9)));
            assertEquals(2, times.size());
            assertEquals("护士丁", times.getFirst().notifiedTo());
            assertEquals(new CriticalRate(1, 1, 0, 0), CriticalRate.of(times, CriticalRate.TEN_MINUTES, values.now()));
            assertEquals(
                    1,
                    values.discoveredBetween(begin, begin.plus(Duration.ofMinutes(8)))
                            .size());
        }
    }

    // [utest->req~report.critical.signing~1]
    @Test
    void signingIsWarnedOfOrRefusedAsTheRuleFileSays() throws Exception {
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            CriticalValues values = session.reporting().critical();
            CriticalCase loop = values.discover(finding(values, "2.25.1"));
            assertEquals(List.of(CheckSeverity.WARNING), severities(values, "2.25.1"));
            assertEquals(List.of(), severities(values, "2.25.2"));
            values.perform(loop.id(), CriticalAct.of(CriticalKind.VERIFIED));
            values.perform(loop.id(), CriticalAct.of(CriticalKind.NOTIFIED).with(CALL));
            assertEquals(List.of(), severities(values, "2.25.1"));
        }
        ownFile("critical-acts.json", "rules/critical-acts-1.json", "\"WARNING\"", "\"BLOCKING\"");
        try (Home home = QuickHome.demo(folder, clock);
                Session session = QuickHome.signIn(home, "senior")) {
            CriticalValues values = session.reporting().critical();
            values.discover(finding(values, "2.25.3"));
            assertEquals(List.of(CheckSeverity.BLOCKING), severities(values, "2.25.3"));
        }
    }

    private static List<CheckSeverity> severities(CriticalValues values, String study) {
        return values.join(report(study), List.of()).stream()
                .map(CheckResult::severity)
                .toList();
    }

    // [utest->req~report.critical.dictionary~1]
    @Test
    void aHospitalsOwnDictionaryHoldsAndABrokenOneIsSaid() throws Exception {
        QuickHome.demo(folder, clock).close();
        ownFile("critical-values.json", "rules/critical-1.json", "critical-2026.1", "院危急值 7");
        CriticalFiles own = CriticalFiles.in(folder);
        assertEquals("院危急值 7", own.dictionary().version());
        assertFalse(own.isBroken());
        Files.writeString(folder.resolve("critical-values.json"), "{");
        CriticalFiles broken = CriticalFiles.in(folder);
        assertEquals("critical-2026.1", broken.dictionary().version());
        assertTrue(broken.isBroken());
    }

    private void ownFile(String name, String shipped, String what, String instead) throws Exception {
        try (InputStream stream = Messages.class.getResourceAsStream(shipped)) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains(what), text);
            Files.writeString(folder.resolve(name), text.replace(what, instead));
        }
    }

    private void tell(CriticalValues values, String study, Duration after) throws WorkstationException {
        CriticalCase loop = values.discover(finding(values, study));
        values.perform(loop.id(), CriticalAct.of(CriticalKind.VERIFIED));
        clock.advance(after);
        values.perform(loop.id(), CriticalAct.of(CriticalKind.NOTIFIED).with(CALL));
    }

    private static CriticalFinding finding(CriticalValues values, String study) {
        return CriticalFinding.of(
                values.dictionary(),
                values.dictionary().entry("pulmonary-embolism").orElseThrow(),
                new StudyUid(study),
                "r",
                "s",
                "右肺动脉主干充盈缺损。");
    }

    private static Report report(String study) {
        Patient patient = new Patient(new PatientId("X1", ""), new PersonName("Ceshi^Yi", "", ""), null, Sex.FEMALE);
        return Report.blank(
                new StudyIdentity(new StudyUid(study), patient, "A1", null, "CT", "CHEST", "", ""),
                ReportLanguage.CHINESE);
    }

    private boolean liesOpen(String words) throws Exception {
        String wanted = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
