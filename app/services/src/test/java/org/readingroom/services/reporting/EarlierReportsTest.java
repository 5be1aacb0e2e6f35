package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckFacts;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

class EarlierReportsTest {
    private static final PatientId ID = new PatientId("DEMO-1", "HOSP");
    private static final LocalDate BORN = LocalDate.of(1961, 4, 9);

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = QuickHome.demo(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static Study study(int number, PatientId id, LocalDate born, @Nullable LocalDateTime when) {
        return new Study(
                new StudyUid("2.25." + number),
                new Patient(id, new PersonName("Wang^XiaoDong", "王^小东", ""), born, Sex.MALE),
                "A" + number,
                when,
                "胸部CT平扫",
                new TreeSet<>(Set.of("CT")),
                "CHEST",
                1,
                1);
    }

    private static Study of(int number, LocalDateTime when) {
        return study(number, ID, BORN, when);
    }

    private static LocalDateTime day(int month) {
        return LocalDateTime.of(2026, month, 1, 8, 0);
    }

    private void sign(String login, Stage stage, Study study, String impression) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            List<ReportSentence> sentences = SentenceSplitter.split(impression).stream()
                    .map(words -> ReportSentence.of(words, SentenceOrigin.HUMAN))
                    .toList();
            Report report =
                    Reports.written(open.report(), impression).with(new Section(SectionKind.IMPRESSION, sentences));
            session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    private static EarlierReports reports(Session session) {
        return new EarlierReports(
                session.reporting().search(),
                session.course(),
                session.hospital().incoming(),
                session.worklist().survivors(),
                session.studies(),
                session.hospital().outside(),
                session.audit());
    }

    private static PriorReports earlier(Session session, Study now) throws Exception {
        return reports(session).of(StudyIdentity.of(now, ""));
    }

    // [utest->req~report.check.earlier-reports~1]
    @Test
    void whatWasTakenOutByAnEarlierReportIsNotNormalNow() throws Exception {
        sign("radiologist", Stage.PRIMARY, of(1, day(1)), "胆囊切除术后。");
        sign("radiologist", Stage.PRIMARY, study(2, ID, LocalDate.of(1990, 1, 1), day(2)), "脾切除术后。");
        Study now = of(3, day(6));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            OpenReport open = session.reports().open(now, ReportLanguage.CHINESE, "");
            Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "胆囊大小形态正常。脾大小形态正常。")
                    .apply(open.report());
            List<String> words = reports(session).unquoted(StudyIdentity.of(now, "")).reports().stream()
                    .flatMap(prior -> prior.lines().stream())
                    .map(PriorReport.Line::words)
                    .toList();
            CheckContext context = CheckContext.of(report).with(CheckFacts.UNKNOWN.withOrder("", words));
            List<String> said = new ReportChecks(CheckRules.shipped())
                    .check(context).stream()
                            .filter(result -> result.checkId().equals("organ.removed"))
                            .map(result -> result.arguments().getFirst().toString())
                            .toList();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.getFirst().contains("胆囊"), said::toString);
            assertTrue(
                    session.audit().latest(20).stream()
                            .noneMatch(event -> event.type().equals("report.prior")),
                    "nobody read them");
        }
    }

    private List<String> conclusions(Study now) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            return earlier(session, now).reports().stream()
                    .map(prior -> prior.day() + " " + prior.conclusion())
                    .toList();
        }
    }

    // [utest->req~report.prior.same-patient~1]
    @Test
    void onlyEarlierReportsOfSurelyTheSamePersonAreThereTheNewestFirst() throws Exception {
        sign("radiologist", Stage.PRIMARY, of(1, day(1)), "一月。");
        sign("radiologist", Stage.PRIMARY, of(2, day(3)), "三月。");
        sign("radiologist", Stage.PRIMARY, of(3, day(9)), "九月。");
        sign("radiologist", Stage.PRIMARY, of(4, null), "何时。");
        sign("radiologist", Stage.PRIMARY, study(5, new PatientId("DEMO-1", "OTHER"), BORN, day(2)), "他院同号。");
        sign("radiologist", Stage.PRIMARY, study(6, new PatientId("DEMO-2", "HOSP"), BORN, day(2)), "同名。");
        sign("radiologist", Stage.PRIMARY, study(7, ID, LocalDate.of(1990, 1, 1), day(2)), "生日不同。");
        Study now = of(8, day(6));
        sign("radiologist", Stage.PRIMARY, now, "本次。");
        assertEquals(List.of("2026-03-01 三月。", "2026-01-01 一月。"), conclusions(now));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            earlier(session, now);
            var event = session.audit().latest(1).getFirst();
            assertEquals(List.of("report.prior", "2"), List.of(event.type(), event.detail()));
        }
    }

    // [utest->req~report.prior.same-patient~1]
    @Test
    void aMergeBringsThemTogetherAndWhatTheImagesSayNowCountsToo() throws Exception {
        PatientId old = new PatientId("DEMO-9", "HOSP");
        sign("radiologist", Stage.PRIMARY, study(1, old, BORN, day(1)), "旧号。");
        Study now = of(2, day(6));
        assertEquals(List.of(), conclusions(now));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.worklist().survivors().links().take(List.of(new PatientLink(old, ID)));
        }
        assertEquals(List.of("2026-01-01 旧号。"), conclusions(now));
        Path file = Files.write(
                folder.resolve("f"),
                SmallDicom.of(7, 1)
                        .withStudy("2.25.1")
                        .withPatient("Li^Si=李^四", "DEMO-77")
                        .bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
        }
        assertEquals(List.of(), conclusions(now), "its images are another person's by now");
    }

    // [utest->req~report.prior.valid~1]
    @Test
    void onlyTheOneValidVersionIsQuoted() throws Exception {
        Study prior = of(1, day(1));
        Study now = of(2, day(6));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            OpenReport open = session.reports().open(prior, ReportLanguage.CHINESE, "");
            session.reports().saveDraft(Reports.written(open.report(), "草稿。"), 0);
            assertEquals(new PriorReports(List.of(), 0), earlier(session, now), "a draft is nobody's report");
            session.reports()
                    .discardDraft(
                            prior.uid(),
                            session.reports()
                                    .open(prior, ReportLanguage.CHINESE, "")
                                    .base(),
                            "");
        }
        sign("resident", Stage.TRAINEE, prior, "实习。");
        assertWithheld(now);
        sign("radiologist", Stage.PRIMARY, prior, "初诊。");
        assertEquals(List.of("2026-01-01 初诊。"), conclusions(now));
        act("senior", prior, Kind.RETURNED, "side", "请核对左右");
        assertWithheld(now);
        sign("radiologist", Stage.PRIMARY, prior, "再次初诊。");
        sign("senior", Stage.REVIEW, prior, "审核。");
        assertEquals(List.of("2026-01-01 审核。"), conclusions(now), "none of those before it");
        act("radiologist", prior, Kind.CHANGE_REQUESTED, "", "漏报");
        assertEquals(List.of("2026-01-01 审核。"), conclusions(now), "it holds until the request is granted");
        act("senior", prior, Kind.CHANGE_GRANTED, "AMENDMENT", "同意");
        assertWithheld(now);
        sign("radiologist", Stage.REREAD, prior, "重新诊断。");
        assertWithheld(now);
        act("senior", prior, Kind.RETURNED, "side", "请核对左右");
        assertWithheld(now);
        sign("radiologist", Stage.REREAD, prior, "再次重新诊断。");
        sign("senior", Stage.AMENDMENT, prior, "重新诊断，已审核。");
        assertEquals(List.of("2026-01-01 重新诊断，已审核。"), conclusions(now));
    }

    // [utest->req~report.prior.not-elsewhere~1]
    @Test
    void whatWasQuotedIsSuggestedForNobodyElse() throws Exception {
        sign("radiologist", Stage.PRIMARY, of(1, day(6)), "（对比 2026-01-01 胸部CT：肝囊肿。）右肺上叶实性结节。");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            List<String> offered = new ArrayList<>();
            session.reporting().suggesting().archive().read(0, report -> {
                report.report().sentences().forEach(sentence -> offered.add(sentence.words()));
                return true;
            });
            assertEquals(List.of("胸部 CT 平扫，层厚 1 mm。", "右肺上叶见实性结节，大小约 6 mm。", "右肺上叶实性结节。"), offered);
        }
    }

    private void assertWithheld(Study now) throws Exception {
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(new PriorReports(List.of(), 1), earlier(session, now));
        }
    }

    private void act(String login, Study study, Kind kind, String code, String words) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            String last = session.reports().versions(study.uid()).getLast().digest();
            session.course().act(study.uid(), ActWish.of(kind, last, code, words));
        }
    }
}
