package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.research.DateForm;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchProject;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.ResearchText;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ResearchExportTest {
    private static final String[][] PATIENTS = {
        {"Wang^XiaoDong=王^小东=", "PID73918264"},
        {"Wang^XiaoDong=王^小东=", "PID73918264"},
        {"Li^MeiNa=李^美娜=", "PID55501234"},
        {"Zhao^KeXin=赵^可欣=", "PID90807060"}
    };

    /// All by which these patients could be told, written by hand.
    private static final List<String> NAMING = List.of(
            "wang",
            "xiaodong",
            "王",
            "小东",
            "meina",
            "李",
            "美娜",
            "zhao",
            "kexin",
            "赵",
            "可欣",
            "pid",
            "73918264",
            "55501234",
            "90807060",
            "acc-",
            "2.25.100",
            "1961",
            "0409",
            "2026-03-01",
            "20260301",
            "演示",
            "demo");

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;

    @BeforeEach
    void signReports() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(clock).withRenderer(versions -> new byte[] {'%'}),
                Progress.IGNORED);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            for (int study = 1; study <= 4; study++) {
                Path file = Files.write(
                        folder.resolve("f" + study),
                        SmallDicom.of(study, 1)
                                .withPatient(PATIENTS[study - 1][0], PATIENTS[study - 1][1])
                                .bytes());
                session.imports().importPaths(List.of(file), Progress.IGNORED);
                sign(session, study, Stage.PRIMARY, "7." + study);
            }
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            // the fourth is never reviewed
            for (int study = 1; study <= 3; study++) {
                sign(session, study, Stage.REVIEW, "8." + study);
            }
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static ReportSentence sentence(String words, FieldValue... values) {
        return ReportSentence.of(words, SentenceOrigin.TEMPLATE).withFields(Arrays.asList(values));
    }

    private static FieldValue value(String field, String value, String unit) {
        return new FieldValue(field, FieldRole.OTHER, "n", value, unit, null, true);
    }

    private static void sign(Session session, int study, Stage stage, String size) throws Exception {
        OpenReport open = session.reports()
                .open(
                        session.studies()
                                .study(new StudyUid("2.25.100" + study))
                                .orElseThrow(),
                        ReportLanguage.CHINESE,
                        "演示医院");
        Report report = open.report()
                .withTemplateId("readingroom.lung-nodule-ct.zh")
                .with(new Section(
                        SectionKind.FINDINGS,
                        List.of(
                                sentence("右肺上叶见结节，约" + size + " mm。", value("noduleSize", size, "mm")),
                                sentence("王小东，索条影。", value("lungsNote", "王小东 PID73918264 索条影", "")))))
                .with(new Section(SectionKind.IMPRESSION, List.of(sentence("右肺上叶结节。"))))
                .withConclusion(Polarity.POSITIVE);
        session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
    }

    private static ResearchProject wish(boolean withFreeText) {
        return new ResearchProject(
                "",
                "Quagga nodules",
                "KY2026-117",
                "Ethics committee",
                LocalDate.of(2026, 3, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "CT",
                ResearchProject.fields(List.of("noduleSize", "lungsNote")),
                DateForm.YEAR,
                true,
                withFreeText);
    }

    private String entered(boolean withFreeText) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            return research.projects()
                    .enter(wish(withFreeText), research.fields())
                    .id();
        }
    }

    private void decided(String login, String project, Kind kind) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            session.reporting().research().projects().decide(project, kind, "");
        }
    }

    private Path exported(String project) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            return research.write(
                    research.make(project, Progress.IGNORED), folder.resolve("out"), session.gate(), Progress.IGNORED);
        }
    }

    private List<AuditEvent> trail(String type) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            return session.audit().latest(400).stream()
                    .filter(event -> event.type().equals(type))
                    .toList();
        }
    }

    private static String[] cells(Path out, int line) throws Exception {
        return Files.readString(out.resolve("table.csv")).split("\r\n")[line].split(",", -1);
    }

    // [utest->req~report.research.export~1]
    // [utest->req~report.research.approved~1]
    @Test
    void whatOnePersonEnteredAndAnotherApprovedLeavesOnceTheTrailKnowsIt() throws Exception {
        String project = entered(false);
        assertEquals("report.research.rule.unapproved", refusal(() -> exported(project)));
        assertEquals("report.research.rule.role", refusal(() -> decided("radiologist", project, Kind.APPROVED)));
        assertFalse(Files.exists(folder.resolve("out")), "something left without approval");
        decided("senior", project, Kind.APPROVED);

        Path out = exported(project);

        byte[] table = Files.readAllBytes(out.resolve("table.csv"));
        String[] lines = new String(table, StandardCharsets.UTF_8).split("\r\n");
        assertEquals(
                "\uFEFFpatient,record,sex,age_years,study_day,modality,template,language,conclusion,noduleSize [mm]",
                lines[0]);
        assertEquals(4, lines.length, "three were reviewed");
        // the reviewed values, not those of the primary reports
        assertEquals(
                List.of("8.1", "8.2", "8.3"),
                Stream.of(1, 2, 3)
                        .map(line -> lines[line].split(",")[9])
                        .sorted()
                        .toList());
        for (int line = 1; line <= 3; line++) {
            assertTrue(lines[line].contains(",M,64,2026,CT,readingroom.lung-nodule-ct.zh,zh,positive,"), lines[line]);
        }
        assertEquals(
                2,
                Stream.of(1, 2, 3)
                        .map(line -> lines[line].split(",")[0])
                        .distinct()
                        .count());
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
        AuditEvent event = trail("research.exported").getFirst();
        assertEquals(project + " rows=3 sha256=" + digest, event.detail());
        assertEquals(AuditEvent.Outcome.SUCCESS, event.outcome());
        assertEquals(3, trail("export.text").size(), "one event a study at the gate");
        assertEquals(
                AuditEvent.Outcome.FAILURE,
                trail("research.exported").getLast().outcome(),
                "the refused one is in the trail too");
        assertNobody(out);
        assertFalse(Files.readString(out.resolve("table.csv")).contains("索条影"), "typed words left");
    }

    // [utest->req~report.research.export~1]
    @Test
    void typedWordsThatWereApprovedLeaveWithoutWhoseTheyAre() throws Exception {
        String project = entered(true);
        decided("senior", project, Kind.APPROVED);
        Path out = exported(project);
        assertNobody(out);
        assertTrue(Files.readString(out.resolve("table.csv")).contains("索条影"));
    }

    // [utest->req~report.research.export~1]
    @Test
    void aPatientOfTwoNumbersIsOnePatientOnceTheyAreMerged() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        String first = cells(exported(project), 1)[0];
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.worklist()
                    .survivors()
                    .links()
                    .take(List.of(new PatientLink(new PatientId("PID55501234", ""), new PatientId("PID73918264", ""))));
        }
        Path out = exported(project);
        assertNotEquals(folder.resolve("out/research-" + project.substring(0, 8)), out, "nothing is replaced");
        assertEquals(
                1,
                Stream.of(cells(out, 1), cells(out, 2), cells(out, 3))
                        .map(cells -> cells[0])
                        .distinct()
                        .count());
        assertTrue(Files.readString(folder.resolve("out/research-" + project.substring(0, 8) + "/table.csv"))
                .contains(first));
        String other = entered(false);
        decided("senior", other, Kind.APPROVED);
        assertFalse(Files.readString(exported(other).resolve("table.csv")).contains(first), "another project");
    }

    // [utest->req~report.research.approved~1]
    @Test
    void anApprovalEndsWithItsDayAndWhenItIsWithdrawn() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            ResearchDraft draft = research.make(project, Progress.IGNORED);
            try (Session other = QuickHome.signIn(home, "senior")) {
                other.reporting().research().projects().decide(project, Kind.WITHDRAWN, "why not");
            }
            assertEquals(
                    "report.research.rule.unapproved",
                    refusal(() -> research.write(draft, folder.resolve("out"), session.gate(), Progress.IGNORED)));
        }
        String late = entered(false);
        decided("senior", late, Kind.APPROVED);
        clock.advance(Duration.ofDays(60));
        assertEquals("report.research.rule.expired", refusal(() -> exported(late)));
        assertFalse(Files.exists(folder.resolve("out")), "something left");
    }

    // [utest->req~report.research.export~1]
    @Test
    void whatIsGivenUpOrFailsLeavesNothingBehind() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        Progress given = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            assertThrows(CancellationException.class, () -> research.make(project, given));
            ResearchDraft draft = research.make(project, Progress.IGNORED);
            Path out = Files.createDirectory(folder.resolve("out"));
            assertThrows(CancellationException.class, () -> research.write(draft, out, session.gate(), given));
            try (Stream<Path> left = Files.list(out)) {
                assertEquals(List.of(), left.toList());
            }
            Path file = Files.createFile(folder.resolve("a-file"));
            assertThrows(
                    WorkstationException.class,
                    () -> research.write(draft, file.resolve("x"), session.gate(), Progress.IGNORED));
        }
    }

    // [utest->req~report.research.approved~1]
    @Test
    void projectsLieSealedAndNeverChange() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        home.close();
        String raw = "";
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                raw += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(raw.contains(project), "the search finds what lies open");
        for (String secret : List.of("Quagga", "KY2026-117", "Ethics committee", "noduleSize")) {
            assertFalse(raw.contains(secret), secret);
        }
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                Statement statement = open.createStatement()) {
            for (String change : List.of(
                    "DELETE FROM research_act",
                    "UPDATE research_act SET project = 'x'",
                    "DELETE FROM research_key",
                    "UPDATE research_key SET body = zeroblob(60)")) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
    }

    private interface Act {
        void run() throws Exception;
    }

    private static String refusal(Act act) {
        return assertThrows(WorkstationException.class, act::run).messageKey();
    }

    private static void assertNobody(Path out) throws Exception {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = ResearchText.of(file);
                NAMING.forEach(each -> assertFalse(text.contains(each), each + " in " + text));
            }
        }
    }
}
