package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.ConformitySource;
import org.readingroom.report.quality.FollowUpItem;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class AftercareTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final Study STUDY = new Study(
            new StudyUid("2.25.71"),
            new Patient(new PatientId("M-1", ""), new PersonName("Ceshi^Yi", "", ""), null, Sex.FEMALE),
            "M1",
            null,
            "",
            new TreeSet<>(List.of("CT")),
            "",
            1,
            1);

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED);
    }

    @AfterEach
    void close() {
        home.close();
    }

    // [utest->req~report.aftercare.rules~1]
    @Test
    void theHospitalsOwnFileSaysWhoComparesAndABrokenOneLetsNobody() throws Exception {
        SignedReport primary = sign("radiologist", Stage.PRIMARY);
        sign("senior", Stage.REVIEW);
        String head = "{\"format\":\"readingroom.aftercare-rules\",\"formatVersion\":1,\"version\":\"ours\"";
        own(head + ",\"comparedBy\":[\"SENIOR\"]}");
        assertCompares("radiologist", primary, "not-allowed");
        assertCompares("senior", primary, "");
        own(head + "}");
        assertCompares("senior", primary, "not-allowed");
        for (String broken : List.of("", "[", "{}", head + ",\"comparedBy\":[\"JANITOR\"]}")) {
            own(broken);
            assertCompares("senior", primary, "rule-file");
        }
        Files.delete(folder.resolve("home/aftercare.json"));
        assertCompares("radiologist", primary, "");
        assertCompares("resident", primary, "not-allowed");
    }

    private void own(String text) throws Exception {
        Files.writeString(folder.resolve("home/aftercare.json"), text);
    }

    /// Without `why` it is allowed.
    private void assertCompares(String login, SignedReport report, String why) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            Aftercare care = session.reporting().aftercare();
            assertEquals(why.isEmpty(), care.mayCompare(), login);
            assertEquals(why.equals("rule-file"), care.isFileBroken());
            if (why.isEmpty()) {
                compare(care, report, Conformity.CONFORMS, care.today(), "");
            } else {
                refused(why, () -> compare(care, report, Conformity.CONFORMS, care.today(), ""));
            }
        }
    }

    // [utest->req~report.conformity~1]
    @Test
    void onlyAReviewedReportIsComparedAndTheLastMarkHolds() throws Exception {
        SignedReport primary = sign("radiologist", Stage.PRIMARY);
        LocalDate today;
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            Aftercare care = session.reporting().aftercare();
            today = care.today();
            refused("not-issued", () -> compare(care, primary, Conformity.CONFORMS, care.today(), ""));
        }
        sign("senior", Stage.REVIEW);
        try (Session session = QuickHome.signIn(home, "resident")) {
            Aftercare care = session.reporting().aftercare();
            refused("not-allowed", () -> compare(care, primary, Conformity.CONFORMS, care.today(), ""));
        }
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            Aftercare care = session.reporting().aftercare();
            refused("in-future", () -> compare(care, primary, Conformity.CONFORMS, today.plusDays(1), ""));
            refused("no-words", () -> compare(care, primary, Conformity.DIFFERS, today, " "));
            compare(care, primary, Conformity.UNDECIDED, today, "");
            clock.advance(Duration.ofHours(1));
            compare(care, primary, Conformity.DIFFERS, today, "病理为斑马鱼瘤");
            assertEquals(2, care.marks().size(), "what was said first stays");
            ConformityMark last = care.standing().get(primary.report().id());
            assertNotNull(last);
            assertEquals(Conformity.DIFFERS, last.verdict());
            assertEquals(2, last.version(), "the reviewed version was compared");
            assertEquals(ConformitySource.PATHOLOGY, last.source());
            assertEquals("演示医师 (Demo Radiologist)", last.name());
        }
        assertFalse(liesOpen("斑马鱼瘤"), "what was found lies open on the disk");
    }

    // [utest->req~report.follow-up.list~1]
    // [utest->req~report.follow-up.kept~1]
    @Test
    void anItemIsDueUntilItEndsOnceAndWhatIsFirstComesFirst() throws Exception {
        var study = sign("radiologist", Stage.PRIMARY).report().study();
        try (Session session = QuickHome.signIn(home, "resident")) {
            Aftercare care = session.reporting().aftercare();
            refused("past-day", () -> care.open(study, care.today().minusDays(1), "复查"));
            refused("no-what", () -> care.open(study, care.today(), "  "));
            care.open(study, care.today().plusDays(90), "三个月后复查斑马结节");
            care.open(study, care.today().plusDays(1), "追踪病理");
            care.open(study, care.today().plusDays(30), "电话随访");
            List<FollowUpItem> items = care.items();
            assertEquals(
                    List.of("追踪病理", "电话随访", "三个月后复查斑马结节"),
                    items.stream().map(FollowUpItem::what).toList());
            assertFalse(items.getFirst().isOverdue(care.today()));
            assertTrue(items.getFirst().isOverdue(care.today().plusDays(2)));
            assertTrue(items.getFirst().whose().contains("M-1"));
            String first = items.getFirst().id();
            refused("no-reason", () -> care.end(first, false, ""));
            care.end(first, true, "病理回报腺癌");
            refused("ended", () -> care.end(first, false, "又不要了"));
            refused("ended", () -> care.end("no such item", true, ""));
            care.end(items.get(1).id(), false, "患者拒绝");
            assertEquals(
                    List.of("三个月后复查斑马结节", "电话随访", "追踪病理"),
                    care.items().stream().map(FollowUpItem::what).toList(),
                    "what is open first");
            assertEquals(1, care.items().stream().filter(FollowUpItem::isOpen).count());
            assertTrue(session.audit().verify().isIntact());
            assertEquals(
                    5,
                    session.audit().latest(50).stream()
                            .filter(event -> event.type().startsWith("aftercare."))
                            .count());
        }
        assertFalse(liesOpen("斑马结节"), "an item lies open on the disk");
        home.close();
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                var statement = file.createStatement()) {
            for (String change : List.of("DELETE FROM aftercare", "UPDATE aftercare SET at = 0")) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
        open();
    }

    private static void compare(Aftercare care, SignedReport of, Conformity verdict, LocalDate day, String words)
            throws WorkstationException {
        care.compare(of.report().id(), verdict, ConformitySource.PATHOLOGY, day, words);
    }

    private static void refused(String why, Executable act) {
        assertEquals(
                "services.aftercare." + why,
                assertThrows(WorkstationException.class, act).messageKey());
    }

    private SignedReport sign(String login, Stage stage) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = session.reports().open(STUDY, ReportLanguage.CHINESE, "演示医院");
            Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "右肺上叶见结节。")
                    .apply(open.report());
            report = ReportEdits.setText(report, SectionKind.IMPRESSION, "右肺上叶结节。")
                    .apply(report);
            return session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
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
