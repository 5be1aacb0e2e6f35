package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A report was issued over images of grade C; since then the hospital's rules stop that grade.
class IssuedImagesTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    private final HomeOptions options =
            QuickHome.options(new QuickHome.Clock()).withRenderer(versions -> new byte[] {'%', 'P', 'D', 'F'});
    private Path place;

    @BeforeEach
    void issue() throws Exception {
        place = folder.resolve("home");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            session.reporting()
                    .imageQuality()
                    .act(images(session), ImageQualityWish.grade(ImageGrade.C, List.of("noise"), ""));
            sign(session, Stage.PRIMARY, SectionKind.FINDINGS, "左肺上叶见结节。");
        }
        try (Home home = home();
                Session session = QuickHome.signIn(home, "senior")) {
            sign(session, Stage.REVIEW, SectionKind.IMPRESSION, "左肺结节。");
        }
        try (InputStream shipped = Messages.class.getResourceAsStream("rules/image-quality-1.json")) {
            String text = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            String c = "\"C\": { \"defects\": \"REQUIRED\", \"blocks\": ";
            assertTrue(text.contains(c + "false"));
            Files.writeString(place.resolve("image-quality.json"), text.replace(c + "false", c + "true"));
        }
    }

    // [utest->req~report.image-quality.issued~1]
    @Test
    void anIssuedReportGoesOnWhateverTodaysRulesSayOfItsGrade() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            assertTrue(qualities.rules().rule(ImageGrade.C).blocks());
            assertTrue(qualities.isIssued(STUDY));
            assertEquals(List.of(), qualities.stopped(), "nobody waits for other images");
            sign(session, Stage.ADDENDUM, SectionKind.ADDENDUM, "补充：建议三个月后复查。");
            assertEquals(3, session.reports().versions(STUDY).size());
        }
    }

    // [utest->req~report.image-quality.issued~1]
    @Test
    void aReviewThatWasWithdrawnIssuedNothing() throws Exception {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("documents.db"));
                Statement statement = file.createStatement()) {
            statement.execute("UPDATE outbox SET state = 'WITHDRAWN' WHERE version = 2");
        }
        try (Home home = home();
                Session session = QuickHome.signIn(home, "senior")) {
            ImageQualities qualities = session.reporting().imageQuality();
            assertFalse(qualities.isIssued(STUDY));
            assertEquals(1, qualities.stopped().size());
            Report report = open(session).report();
            assertEquals(
                    List.of("image.rejected"),
                    qualities.join(report, List.of()).stream()
                            .map(CheckResult::checkId)
                            .toList());
            qualities.act(images(session), ImageQualityWish.grade(ImageGrade.B, List.of("noise"), ""));
            assertEquals(List.of(), qualities.join(report, List.of()));
            assertEquals(List.of(), qualities.stopped());
        }
    }

    private Home home() throws Exception {
        return Home.openOrCreateDemo(place, options, Progress.IGNORED);
    }

    private static Study study(Session session) throws Exception {
        return session.studies().study(STUDY).orElseThrow();
    }

    private static JudgedImages images(Session session) throws Exception {
        return JudgedImages.of(study(session));
    }

    private static OpenReport open(Session session) throws Exception {
        return session.reports().open(study(session), ReportLanguage.CHINESE, "");
    }

    private static void sign(Session session, Stage stage, SectionKind section, String words) throws Exception {
        OpenReport open = open(session);
        Report written = ReportEdits.setText(open.report(), section, words).apply(open.report());
        if (stage == Stage.PRIMARY) {
            written = ReportEdits.setText(written, SectionKind.IMPRESSION, "左肺结节。")
                    .apply(written);
        }
        session.reports().sign(written, open.baseVersion(), stage, "有新发现", "demo".toCharArray());
    }
}
