package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.redline.ChangeKind;
import org.readingroom.report.redline.Digest;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

class SeniorChangesTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    private void sign(Home home, String login, Stage stage, int study, String impression) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            Study read =
                    session.studies().study(new StudyUid("2.25.100" + study)).orElseThrow();
            OpenReport open = session.reports().open(read, ReportLanguage.CHINESE, "");
            session.reports()
                    .sign(
                            Reports.written(open.report(), impression),
                            open.baseVersion(),
                            stage,
                            "",
                            "demo".toCharArray());
        }
    }

    private static Digest digest(Home home, String login, Instant from) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            return session.reporting().seniorChanges().since(from);
        }
    }

    // [utest->req~report.digest.own~1]
    @Test
    void eachPersonSeesTheirOwnReportsAlone() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"), clock)) {
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                for (int study : new int[] {1, 2, 3}) {
                    Path file = Files.write(
                            folder.resolve("f" + study), SmallDicom.of(study, 1).bytes());
                    session.imports().importPaths(List.of(file), Progress.IGNORED);
                }
            }
            Instant start = clock.instant();
            sign(home, "resident", Stage.TRAINEE, 1, "左肺结节。");
            sign(home, "resident", Stage.TRAINEE, 2, "左肺结节。");
            clock.advance(Duration.ofDays(1));
            sign(home, "radiologist", Stage.PRIMARY, 1, "右肺结节。");
            sign(home, "radiologist", Stage.PRIMARY, 2, "左肺结节。");
            sign(home, "radiologist", Stage.PRIMARY, 3, "肝囊肿3 mm。");
            clock.advance(Duration.ofDays(1));
            sign(home, "senior", Stage.REVIEW, 3, "肝囊肿8 mm。");
            Digest trainee = digest(home, "resident", start);
            assertEquals(1, trainee.entries().size(), "the other was left as it was");
            assertEquals(1, trainee.counts().get(ChangeKind.SIDE));
            assertEquals(
                    "2.25.1001",
                    trainee.entries()
                            .getFirst()
                            .versions()
                            .getFirst()
                            .report()
                            .study()
                            .study()
                            .value());
            assertEquals(
                    List.of(),
                    digest(home, "resident", start.plus(Duration.ofDays(1)).plusSeconds(1))
                            .entries());
            Digest radiologist = digest(home, "radiologist", start);
            assertEquals(
                    Map.of(ChangeKind.NUMBER, 1, ChangeKind.IMPRESSION, 1), radiologist.counts(), "not the trainee's");
            assertEquals(List.of(), digest(home, "senior", start).entries());
            assertEquals(List.of(), digest(home, "admin", start).entries());
            try (Session session = QuickHome.signIn(home, "resident")) {
                session.reporting().seniorChanges().since(start);
                var event = session.audit().latest(1).getFirst();
                assertEquals(List.of("report.digest", "1"), List.of(event.type(), event.detail()));
            }
        }
    }

    /// A report is read anew that another desk meanwhile put in its own words: the new reading has no ground.
    // [utest->req~report.digest.own~1]
    @Test
    void aNewReadingOfAWithdrawnReviewIsNoChange() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"), clock)) {
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                Path file = Files.write(folder.resolve("f"), SmallDicom.of(1, 1).bytes());
                session.imports().importPaths(List.of(file), Progress.IGNORED);
            }
            sign(home, "resident", Stage.TRAINEE, 1, "左肺结节。");
            sign(home, "radiologist", Stage.PRIMARY, 1, "左肺结节。");
            sign(home, "senior", Stage.REVIEW, 1, "左肺结节。");
            act(home, "resident", CourseAct.Kind.CHANGE_REQUESTED, "", "穿刺为腺癌");
            act(home, "senior", CourseAct.Kind.CHANGE_GRANTED, "AMENDMENT", "同意");
            sign(home, "radiologist", Stage.REREAD, 1, "右肺结节。");
        }
        withdraw(3);
        try (Home home = QuickHome.demo(folder.resolve("home"), clock)) {
            sign(home, "senior", Stage.REVIEW, 1, "左肺结节8 mm。");
            Digest digest = digest(home, "resident", QuickHome.START);
            assertEquals(
                    List.of("左肺结节。", "左肺结节。", "左肺结节8 mm。"),
                    digest.entries().getFirst().versions().stream()
                            .map(version -> version.report().text(SectionKind.IMPRESSION))
                            .toList());
            assertEquals(Map.of(ChangeKind.NUMBER, 1, ChangeKind.IMPRESSION, 1), digest.counts());
        }
    }

    private static void act(Home home, String login, CourseAct.Kind kind, String code, String words) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            StudyUid study = new StudyUid("2.25.1001");
            ActWish wish = ActWish.of(kind, session.course().course(study), code, words);
            session.course().act(study, wish);
        }
    }

    /// As taking what the RIS has does with the version that did not reach it.
    private void withdraw(int version) throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("home/documents.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "UPDATE outbox SET state = 'WITHDRAWN' WHERE kind = 'report' AND version = " + version));
        }
    }
}
