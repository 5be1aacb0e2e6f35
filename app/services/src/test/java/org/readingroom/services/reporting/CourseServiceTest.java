package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

class CourseServiceTest {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    private Session session(String login) throws Exception {
        return home.signIn(login, "demo".toCharArray());
    }

    private OpenReport take(Session session) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private SignedReport sign(String login, Stage stage, SectionKind kind, String words) throws Exception {
        try (Session session = session(login)) {
            OpenReport open = take(session);
            Report report = ReportEdits.setText(open.report(), kind, words).apply(open.report());
            if (report.section(SectionKind.FINDINGS).isBlank()) {
                report = ReportEdits.setText(report, SectionKind.FINDINGS, "右肺上叶见结节。")
                        .apply(report);
            }
            return session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    private static String last(Session session, StudyUid study) throws Exception {
        return session.reports().versions(study).getLast().digest();
    }

    private CourseAct act(String login, Kind kind, String code, String words) throws Exception {
        try (Session session = session(login)) {
            return session.course().act(study.uid(), ActWish.of(kind, last(session, study.uid()), code, words));
        }
    }

    private ReadingState state(Session session) throws Exception {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    // [utest->req~worklist.handed-on~1]
    private Set<String> signers() throws Exception {
        try (Session session = session("senior")) {
            return session.worklist().items().getFirst().signers();
        }
    }

    /// The shipped rule file lets a temporary report stand 720 minutes.
    // [utest->req~worklist.temporary~1]
    @Test
    void aTemporaryReportIsDueUntilItWasReviewed() throws Exception {
        assertEquals(Optional.empty(), formalDue());
        sign("radiologist", Stage.TEMPORARY, SectionKind.IMPRESSION, "左侧气胸。");
        Optional<Instant> due = Optional.of(QuickHome.START.plusSeconds(12 * 60 * 60));
        assertEquals(due, formalDue());
        clock.advance(Duration.ofHours(13));
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "左侧气胸，建议复查。");
        assertEquals(due, formalDue(), "a primary report is not given out");
        act("senior", Kind.RETURNED, "wording", "请补充");
        assertEquals(due, formalDue());
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "左侧少量气胸，建议复查。");
        sign("senior", Stage.REVIEW, SectionKind.IMPRESSION, "左侧少量气胸，建议复查。");
        assertEquals(Optional.empty(), formalDue());
    }

    private Optional<Instant> formalDue() throws Exception {
        try (Session session = session("senior")) {
            return Optional.ofNullable(session.worklist().items().getFirst().formalDue());
        }
    }

    // [utest->req~report.workflow.acts-kept~1]
    @Test
    void whatIsSentBackIsSeenByItsAuthorAndSignedOnceMore() throws Exception {
        sign("resident", Stage.TRAINEE, SectionKind.IMPRESSION, "右肺结节。");
        CourseAct back = act("radiologist", Kind.RETURNED, "side", "请核对左右");
        home.close();
        home = QuickHome.demo(folder.resolve("home"), clock);
        try (Session session = session("resident")) {
            assertEquals(ReadingState.RETURNED, state(session));
            OpenReport open = take(session);
            assertEquals(List.of(back), open.acts());
            assertEquals(Optional.of(Stage.TRAINEE), open.nextStage());
            assertFalse(open.isAtRest());
        }
        assertEquals(Set.of(), signers());
        sign("resident", Stage.TRAINEE, SectionKind.IMPRESSION, "右肺上叶结节。");
        assertEquals(Set.of("resident"), signers(), "signed once more, handed on once more");
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "右肺上叶结节。");
        sign("senior", Stage.REVIEW, SectionKind.IMPRESSION, "右肺上叶结节，建议随访。");
        try (Session session = session("senior")) {
            assertEquals(ReadingState.AWAITING_ISSUE, state(session));
            List<VersionVerdict> verdicts = session.reports().verify(study.uid());
            assertEquals(4, verdicts.size());
            assertTrue(verdicts.stream().allMatch(VersionVerdict::isSound), verdicts::toString);
            assertEquals(List.of(back), session.course().course(study.uid()).acts());
            assertEquals(
                    1,
                    session.audit().latest(200).stream()
                            .filter(event -> event.type().equals("report.course")
                                    && event.detail().startsWith("RETURNED "))
                            .count());
            assertTrue(session.audit().verify().isIntact());
        }
    }

    // [utest->req~report.workflow.acts-kept~1]
    @Test
    void askedTwiceItIsDoneOnceAndTheFileRefusesToChangeIt() throws Exception {
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "右肺结节。");
        try (Session session = session("senior")) {
            ActWish wish = ActWish.of(Kind.RETURNED, last(session, study.uid()), "wording", "语句不通，保密原因");
            CourseAct first = session.course().act(study.uid(), wish);
            assertEquals(first, session.course().act(study.uid(), wish));
            ActWish again = ActWish.of(Kind.RETURNED, last(session, study.uid()), "wording", "再退");
            assertRefused("act-not-now", session, again);
            assertEquals(1, session.course().course(study.uid()).acts().size());
        }
        home.close();
        String url = "jdbc:sqlite:" + folder.resolve("home/documents.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE course_act SET kind = 'WITHDRAWN'",
                    "DELETE FROM course_act",
                    "UPDATE course_act SET at = 0")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        String bytes = new String(Files.readAllBytes(folder.resolve("home/documents.db")), StandardCharsets.ISO_8859_1);
        String secret = new String("保密原因".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(secret), "its words lie sealed");
        home = QuickHome.demo(folder.resolve("home"), clock);
    }

    @Test
    void aGrantedCorrectionTakesThePlaceOfWhatWasGivenOut() throws Exception {
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "右肺结节。");
        sign("senior", Stage.REVIEW, SectionKind.IMPRESSION, "右肺结节。");
        act("resident", Kind.CHANGE_REQUESTED, "", "检查项目写错");
        try (Session session = session("radiologist")) {
            assertEquals(Optional.empty(), take(session).nextStage(), "nobody writes while it is decided");
            assertRefused(
                    "role-right",
                    session,
                    ActWish.of(Kind.CHANGE_GRANTED, last(session, study.uid()), "CORRECTION", "同意"));
        }
        act("senior", Kind.CHANGE_GRANTED, "CORRECTION", "同意");
        SignedReport corrected = sign("radiologist", Stage.CORRECTION, SectionKind.TECHNIQUE, "胸部平扫。");
        assertEquals("检查项目写错", corrected.act().reason());
        try (Session session = session("radiologist")) {
            assertEquals(ReadingState.AWAITING_ISSUE, state(session));
            String digest = last(session, study.uid());
            ActWish clinic = ActWish.of(Kind.COPY_RECALLED, digest, "", "已收回").to("clinic", "申请科室");
            session.course().act(study.uid(), clinic);
            assertRefused(
                    "act-to-recall",
                    session,
                    ActWish.of(Kind.COPY_RECALLED, digest, "", "再记").to("clinic", "申请科室"));
            assertRefused(
                    "act-words",
                    session,
                    ActWish.of(Kind.COPY_RECALLED, digest, "", " ").to("film", "云胶片"));
            session.course().act(study.uid(), ActWish.of(Kind.FAMILY_TOLD, digest, "", "已电话告知家属"));
            assertEquals(
                    java.util.Set.of("clinic"),
                    session.course().course(study.uid()).recalled());
            assertTrue(session.course().course(study.uid()).isFamilyTold());
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
        }
    }

    @Test
    void theOneWhoIsAskedGivesTheOpinionBack() throws Exception {
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "右肺结节。");
        try (Session session = session("radiologist")) {
            User senior = session.course().colleagues().stream()
                    .filter(user -> user.loginName().equals("senior"))
                    .findFirst()
                    .orElseThrow();
            ActWish ask = ActWish.of(Kind.CONSULTATION_ASKED, last(session, study.uid()), "", "性质？");
            session.course().act(study.uid(), ask.to(senior.id(), senior.displayName()));
            assertEquals(Optional.empty(), take(session).nextStage());
        }
        SignedReport opinion = sign("senior", Stage.CONSULTATION, SectionKind.CONSULTATION, "考虑良性。");
        assertEquals("右肺结节。", opinion.report().text(SectionKind.IMPRESSION).strip());
        try (Session session = session("senior")) {
            assertEquals(Optional.of(Stage.REVIEW), take(session).nextStage());
            assertEquals(ReadingState.PRIMARY_SIGNED, state(session));
            assertTrue(session.reports().verify(study.uid()).stream().allMatch(VersionVerdict::isSound));
        }
    }

    // [utest->req~report.workflow.acts-no-draft~1]
    @Test
    void noReportIsHandedOnWhileWordsOfItAreNotSigned() throws Exception {
        sign("resident", Stage.TRAINEE, SectionKind.IMPRESSION, "右肺结节。");
        try (Session session = session("radiologist")) {
            OpenReport open = take(session);
            ActWish back = ActWish.of(Kind.RETURNED, last(session, study.uid()), "side", "请核对左右");
            Report written = ReportEdits.setText(open.report(), SectionKind.IMPRESSION, "左肺结节。")
                    .apply(open.report());
            session.reports().saveDraft(written, 1);
            assertRefused("act-draft", session, back);
            assertTrue(session.reports().discardDraft(study.uid(), take(session).base(), "写错了"));
            assertEquals(
                    "写错了",
                    session.audit().latest(50).stream()
                            .filter(event -> event.action() == AuditEvent.Action.DELETE
                                    && event.type().equals("report.draft"))
                            .findFirst()
                            .orElseThrow()
                            .detail());
            session.reports().saveDraft(open.report(), 1);
            session.course().act(study.uid(), back);
            assertEquals(1, session.course().course(study.uid()).acts().size());
        }
    }

    private void assertRefused(String rule, Session session, ActWish wish) {
        SigningRefusedException refused = assertThrows(
                SigningRefusedException.class, () -> session.course().act(study.uid(), wish));
        assertEquals(
                List.of(rule),
                refused.refusals().stream().map(Refusal::ruleId).distinct().toList());
    }
}
