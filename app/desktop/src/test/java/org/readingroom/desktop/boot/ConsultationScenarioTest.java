package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;
import static org.readingroom.desktop.boot.StageHands.STUDY;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// A radiologist asks a senior for an opinion; the senior finds the question, answers it in a section of its own, and
/// the radiologist finds the answer.
@Tag("ui")
@Tag("slow")
class ConsultationScenarioTest {
    private static final String QUESTION = "结节性质？";
    private static final String OPINION = "考虑炎性结节，建议三个月后复查。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("consultation");

    // [utest->req~report.workflow.stage-bar~1]
    // [utest->req~worklist.awaited~1]
    @Test
    void theOpinionComesBackToWhoAskedForIt() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(List::of);
        StageHands.prepare(folder, place, options, List.of(Stage.PRIMARY), List.of("radiologist"));
        StartOptions start = new StartOptions(place, true, Locale.CHINESE, null, null, options);
        try (RealWindow window = new RealWindow(start)) {
            ask(window);
        }
        try (RealWindow window = new RealWindow(start)) {
            answer(window);
        }
        try (RealWindow window = new RealWindow(start)) {
            read(window);
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            examine(session);
        }
    }

    private void ask(RealWindow window) throws Exception {
        StageHands.open(window, "radiologist");
        until("the bar", () -> window.person().sees("#stage-report-consult"));
        pictures.keep(window, "01-primary-signed");
        StageHands.command(window, "请会诊", "report.consult");
        pictures.keep(window, "02-whom");
        StageHands.choose(window, "演示主任医师 (Demo Senior)");
        StageHands.say(window, QUESTION, pictures, "03-what");
        until("the question", () -> window.person().reads("#stage-standing", QUESTION));
        StageHands.assertWhole(window);
        assertEquals(
                EditorMode.LOCKED,
                onFx(() -> StageHands.report(window).model().modeProperty().get()));
        pictures.keep(window, "04-asked");
    }

    private void answer(RealWindow window) throws Exception {
        StageHands.list(window, "senior");
        until("that it waits for the senior", () -> StageHands.shows(window, "请您会诊"));
        until("that it is among theirs", () -> StageHands.shows(window, "我的  1"));
        pictures.keep(window, "05-found-in-the-list");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the question", () -> window.person().reads("#stage-standing", QUESTION));
        onFx(() -> window.person().press(KeyCode.TAB));
        until(
                "the caret in the opinion",
                () -> StageHands.area(window, SectionKind.CONSULTATION).isFocused());
        onFx(() -> window.person().type(OPINION));
        until(
                "the opinion",
                () -> StageHands.report(window)
                        .model()
                        .report()
                        .text(SectionKind.CONSULTATION)
                        .contains(OPINION));
        pictures.keep(window, "06-opinion");
        StageHands.sign(window, pictures, "07-signing");
        pictures.keep(window, "08-signed");
    }

    private void read(RealWindow window) throws Exception {
        StageHands.list(window, "radiologist");
        until("that the answer is there", () -> StageHands.shows(window, "您请的会诊已复"));
        pictures.keep(window, "09-back-in-the-list");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the report", () -> window.person().sees("#stage-standing"));
        until(
                "the opinion",
                () -> StageHands.area(window, SectionKind.CONSULTATION)
                        .getText()
                        .contains(OPINION));
        pictures.keep(window, "10-opinion-read");
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL));
        until("the course", () -> window.person().sees("#course-history"));
        pictures.keep(window, "11-course");
        String course = onFx(() -> StageHands.course(window));
        assertTrue(course.indexOf("初诊报告") < course.indexOf(QUESTION), course);
        assertTrue(course.indexOf(QUESTION) < course.lastIndexOf("会诊意见"), course);
        assertTrue(course.contains("→ 演示主任医师"), course);
    }

    private static void examine(Session session) throws Exception {
        var course = session.course().course(STUDY);
        assertEquals(
                List.of(Stage.PRIMARY, Stage.CONSULTATION),
                course.versions().stream().map(one -> one.act().stage()).toList());
        assertEquals(1, course.acts().size());
        assertEquals(Kind.CONSULTATION_ASKED, course.acts().getFirst().kind());
        SignedReport opinion = course.versions().getLast();
        assertEquals(OPINION, opinion.report().text(SectionKind.CONSULTATION).strip());
        assertEquals(
                Optional.of("右肺上叶结节。"),
                Optional.of(opinion.report().text(SectionKind.IMPRESSION).strip()));
        assertTrue(session.reports().verify(STUDY).stream().allMatch(verdict -> verdict.isSound()));
    }
}
