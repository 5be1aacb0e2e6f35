package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.Awaited;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// What the list says a report waits for, step by step.
// [utest->req~worklist.awaited~1]
class AwaitedActsTest {
    @TempDir
    Path folder;

    private Home home;
    private Study study;

    @BeforeEach
    void open() throws Exception {
        home = QuickHome.demo(folder.resolve("home"));
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
        sign("radiologist", Stage.PRIMARY, SectionKind.IMPRESSION, "右肺结节。");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void aQuestionWaitsForWhoWasAskedAndItsAnswerForWhoAsked() throws Exception {
        assertEquals("nothing", awaited());
        String senior = act("radiologist", Kind.CONSULTATION_ASKED, "", "senior");
        assertEquals("OPINION senior " + senior, awaited());
        sign("senior", Stage.CONSULTATION, SectionKind.CONSULTATION, "考虑良性。");
        assertEquals("ANSWER_READ radiologist 演示医师 (Demo Radiologist)", awaited());
        sign("senior", Stage.REVIEW, SectionKind.IMPRESSION, "右肺结节，考虑良性。");
        assertEquals("nothing", awaited());
    }

    @Test
    void aQuestionThatIsTakenBackWaitsForNobody() throws Exception {
        act("radiologist", Kind.CONSULTATION_ASKED, "", "senior");
        act("radiologist", Kind.WITHDRAWN, "", "");
        assertEquals("nothing", awaited());
    }

    @Test
    void aChangeWaitsToBeDecidedAndThenToBeSigned() throws Exception {
        sign("senior", Stage.REVIEW, SectionKind.IMPRESSION, "右肺结节。");
        act("radiologist", Kind.CHANGE_REQUESTED, "", "");
        assertEquals("DECISION", awaited());
        act("senior", Kind.CHANGE_GRANTED, "CORRECTION", "");
        assertEquals("REISSUE", awaited());
        sign("radiologist", Stage.CORRECTION, SectionKind.TECHNIQUE, "胸部平扫。");
        assertEquals("nothing", awaited());
        act("resident", Kind.COPY_RECALLED, "", "clinic");
        assertEquals("nothing", awaited());
    }

    private String awaited() throws Exception {
        try (Session session = QuickHome.signIn(home, "admin")) {
            Optional<Awaited> what =
                    Optional.ofNullable(session.worklist().items().getFirst().awaited());
            return what.map(one -> (one.kind() + " " + one.login() + " " + one.name()).strip())
                    .orElse("nothing");
        }
    }

    /// The name of the colleague whose login name is `to`; else `to` is the place of a copy.
    private String act(String login, Kind kind, String code, String to) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            Optional<User> colleague = session.course().colleagues().stream()
                    .filter(user -> user.loginName().equals(to))
                    .findFirst();
            String digest = session.reports().versions(study.uid()).getLast().digest();
            ActWish wish = ActWish.of(kind, digest, code, "原因")
                    .to(
                            colleague.map(User::id).orElse(to),
                            colleague.map(User::displayName).orElse(to));
            return session.course().act(study.uid(), wish).toName();
        }
    }

    private void sign(String login, Stage stage, SectionKind kind, String words) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = ReportEdits.setText(open.report(), kind, words).apply(open.report());
            if (report.section(SectionKind.FINDINGS).isBlank()) {
                report = ReportEdits.setText(report, SectionKind.FINDINGS, "右肺上叶见结节。")
                        .apply(report);
            }
            session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }
}
