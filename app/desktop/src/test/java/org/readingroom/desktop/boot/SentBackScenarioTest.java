package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.reporting.ActSheet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A trainee's report is sent back with a reason, and its author finds it, with the reason, and signs once more.
@Tag("ui")
@Tag("slow")
class SentBackScenarioTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final String WHY = "请核对左右";

    @TempDir
    Path folder;

    // [utest->req~report.workflow.stage-bar~1]
    @Test
    void whatIsSentBackIsFoundByItsAuthorAndSignedOnceMore() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        ScenarioPictures pictures = new ScenarioPictures("sent-back");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(List::of);
        prepare(place, options);
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            open(window, "radiologist");
            until("the bar", () -> window.person().sees("#stage-report-return"));
            pictures.keep(window, "01-signed-by-the-trainee");
            onFx(() -> window.person().press(KeyCode.F9, Modifier.CTRL));
            until("the sheet", () -> window.person().sees("#act-words"));
            onFx(() -> {
                choose("side");
                window.person().type(WHY);
            });
            pictures.keep(window, "02-why");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("that it is sent back", () -> window.person().reads("#stage-standing", WHY));
            pictures.keep(window, "03-sent-back");
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            open(window, "resident");
            until("why", () -> window.person().reads("#stage-standing", WHY));
            pictures.keep(window, "04-found-by-its-author");
            onFx(() -> {
                window.look().report().orElseThrow().model().type(SectionKind.IMPRESSION, "右肺上叶结节。");
                window.person().find("#report-impression").orElseThrow().requestFocus();
                window.person().press(KeyCode.ENTER, Modifier.CTRL);
            });
            until("the sign sheet", () -> window.person().sees("#report-sign-password"));
            onFx(() -> {
                window.person().click("#report-sign-password");
                window.person().type("demo");
                window.person().click("#report-sign-confirm");
            });
            until(
                    "the second version",
                    () -> window.look()
                                    .report()
                                    .orElseThrow()
                                    .model()
                                    .versions()
                                    .size()
                            == 2);
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            var course = session.course().course(STUDY);
            assertEquals(
                    List.of(Stage.TRAINEE, Stage.TRAINEE),
                    course.versions().stream().map(one -> one.act().stage()).toList());
            assertEquals(1, course.acts().size());
            assertEquals(Kind.RETURNED, course.acts().getFirst().kind());
            assertEquals(WHY, course.acts().getFirst().words());
            assertEquals(
                    course.versions().getFirst().digest(),
                    course.acts().getFirst().digest());
            assertTrue(session.reports().verify(STUDY).stream().allMatch(verdict -> verdict.isSound()));
        }
    }

    private static void open(RealWindow window, String who) throws Exception {
        window.signIn(who, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().getFirst());
            window.person().find("#worklist").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER);
        });
        until("the report", () -> window.look().report().isPresent());
    }

    private void prepare(Path place, HomeOptions options) throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("resident", "demo".toCharArray())) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            Study study = session.studies().study(STUDY).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "左肺上叶见结节。")
                    .apply(open.report());
            report =
                    ReportEdits.setText(report, SectionKind.IMPRESSION, "左肺结节。").apply(report);
            session.reports().sign(report, open.baseVersion(), Stage.TRAINEE, "", "demo".toCharArray());
        }
    }

    /// Nothing is chosen beforehand; a reason is taken by its code, and the caret goes into the words.
    private static void choose(String code) {
        for (javafx.stage.Window window : javafx.stage.Window.getWindows()) {
            if (window.getScene().lookup("#act-choice") instanceof ChoiceBox<?> box) {
                assertNull(box.getValue(), "nothing is chosen beforehand");
                int at = box.getItems().stream()
                        .map(item -> ((ActSheet.Choice) item).code())
                        .toList()
                        .indexOf(code);
                box.getSelectionModel().select(at);
                window.getScene().lookup("#act-words").requestFocus();
            }
        }
    }
}
