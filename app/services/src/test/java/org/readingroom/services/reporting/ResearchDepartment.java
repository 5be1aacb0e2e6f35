package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.ResearchText;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Four reports of three invented patients, three of them reviewed, and those who enter, approve and let out projects.
abstract class ResearchDepartment {
    static final String[][] PATIENTS = {
        {"Wang^XiaoDong=王^小东=", "PID73918264"},
        {"Wang^XiaoDong=王^小东=", "PID73918264"},
        {"Li^MeiNa=李^美娜=", "PID55501234"},
        {"Zhao^KeXin=赵^可欣=", "PID90807060"}
    };

    /// All by which these patients could be told, written by hand.
    static final List<String> NAMING = List.of(
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

    final QuickHome.Clock clock = new QuickHome.Clock();
    Home home;

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

    static ReportSentence sentence(String words, FieldValue... values) {
        return ReportSentence.of(words, SentenceOrigin.TEMPLATE).withFields(Arrays.asList(values));
    }

    static FieldValue value(String field, String value, String unit) {
        return new FieldValue(field, FieldRole.OTHER, "n", value, unit, null, true);
    }

    static void sign(Session session, int study, Stage stage, String size) throws Exception {
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

    static ResearchProject wish(boolean withFreeText) {
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

    String entered(boolean withFreeText) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            return research.projects()
                    .enter(wish(withFreeText), research.fields())
                    .id();
        }
    }

    void decided(String login, String project, Kind kind) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            session.reporting().research().projects().decide(project, kind, "");
        }
    }

    Path exported(String project) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            return research.write(
                    research.make(project, Progress.IGNORED), folder.resolve("out"), session.gate(), Progress.IGNORED);
        }
    }

    List<AuditEvent> trail(String type) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            return session.audit().latest(400).stream()
                    .filter(event -> event.type().equals(type))
                    .toList();
        }
    }

    static String[] cells(Path out, int line) throws Exception {
        return Files.readString(out.resolve("table.csv")).split("\r\n")[line].split(",", -1);
    }

    interface Act {
        void run() throws Exception;
    }

    static String refusal(Act act) {
        return assertThrows(WorkstationException.class, act::run).messageKey();
    }

    static void assertNobody(Path out) throws Exception {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = ResearchText.of(file);
                NAMING.forEach(each -> assertFalse(text.contains(each), each + " in " + text));
            }
        }
    }
}
