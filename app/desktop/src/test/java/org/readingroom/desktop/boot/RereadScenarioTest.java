package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;
import static org.readingroom.desktop.boot.StageHands.STUDY;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.redline.Redline;
import org.readingroom.report.redline.SentenceChange;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.redline.RedlineView;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.ActWish;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// A granted new reading is written by one physician and reviewed by another, who sees what was changed; the version
/// given out before holds until then.
@Tag("ui")
@Tag("slow")
class RereadScenarioTest {
    private static final String OLD = "右肺上叶结节。";
    private static final String ANEW = "右肺上叶腺癌可能。";
    private static final String REVIEWED = "右肺上叶腺癌可能，建议穿刺。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("reread");

    // [utest->req~report.workflow.reread~1]
    // [utest->req~report.workflow.reread-valid~1]
    // [utest->req~report.image-quality.in-course~1]
    @Test
    void theOldVersionHoldsUntilTheNewReadingWasReviewed() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(List::of);
        StageHands.prepare(
                folder, place, options, List.of(Stage.PRIMARY, Stage.REVIEW), List.of("radiologist", "senior"));
        act(place, options, "resident", Kind.CHANGE_REQUESTED, "", "穿刺为腺癌");
        act(place, options, "senior", Kind.CHANGE_GRANTED, Stage.AMENDMENT.name(), "同意重新诊断");
        StartOptions start = new StartOptions(place, true, Locale.CHINESE, null, null, options);
        List<Integer> before = sent(place, options);
        try (RealWindow window = new RealWindow(start)) {
            write(window);
        }
        assertEquals(before, sent(place, options), "nothing left the house");
        try (RealWindow window = new RealWindow(start)) {
            look(window);
        }
        try (RealWindow window = new RealWindow(start)) {
            review(window);
        }
        List<Integer> after = new ArrayList<>(sent(place, options));
        before.forEach(after::remove);
        assertTrue(after.contains(4) && after.stream().allMatch(version -> version == 4), after::toString);
    }

    private static void act(Path place, HomeOptions options, String who, Kind kind, String code, String words)
            throws Exception {
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn(who, "demo".toCharArray())) {
            session.course().act(STUDY, ActWish.of(kind, session.course().course(STUDY), code, words));
        }
    }

    /// Which versions the entries of the outbox are of.
    private static List<Integer> sent(Path place, HomeOptions options) throws Exception {
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("resident", "demo".toCharArray())) {
            return session.outbox().entries().stream()
                    .map(OutboxEntry::reportVersion)
                    .sorted()
                    .toList();
        }
    }

    private void write(RealWindow window) throws Exception {
        StageHands.list(window, "radiologist");
        until("that it is to be signed", () -> StageHands.shows(window, "已批更改，待签"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the grant", () -> window.person().reads("#stage-standing", "同意重新诊断"));
        conclude(window, ANEW);
        StageHands.sign(window, pictures, "01-signing");
        assertTrue(onFx(window::status).contains("待审核；审核前不发送"));
        pictures.keep(window, "02-document-not-valid");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "what holds",
                () -> window.person().reads("#stage-standing", "第 3 版待审核，尚未生效")
                        && window.person().reads("#stage-standing", "第 2 版现行有效"));
        assertEquals(EditorMode.LOCKED, onFx(() -> mode(window)));
        assertFalse(onFx(() -> window.person().sees("#stage-report-recall")), "no copy is recalled yet");
        assertFalse(onFx(() -> window.person().sees("#stage-report-family-told")));
        pictures.keep(window, "03-waits");
    }

    /// Whoever is not to sign reads the version that holds, and is told that it is in doubt.
    private void look(RealWindow window) throws Exception {
        StageHands.list(window, "resident");
        until("that it is being read anew", () -> StageHands.shows(window, "重新诊断中，待审核"));
        pictures.keep(window, "04-list");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("what holds", () -> window.person().reads("#stage-standing", "第 2 版现行有效"));
        assertEquals(OLD, onFx(() -> impression(window)));
        assertEquals(EditorMode.LOCKED, onFx(() -> mode(window)));
        until("the line above", () -> window.person().reads("#report-stage", "第 2 版现行有效 · 重新诊断中"));
        pictures.keep(window, "05-valid-version");
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL));
        until("the course", () -> window.person().sees("#course-history"));
        List<String> lines = onFx(() -> StageHands.course(window)).lines().toList();
        pictures.keep(window, "06-course");
        assertEquals("影像质量：尚未评定", lines.getFirst());
        List<String> valid =
                lines.stream().filter(line -> line.contains("现行有效")).toList();
        assertEquals(1, valid.size(), lines::toString);
        assertTrue(valid.getFirst().contains("审核报告"), valid::toString);
        assertTrue(lines.getLast().contains("重新诊断稿") && lines.getLast().contains("未单独生效"), lines::toString);
    }

    private void review(RealWindow window) throws Exception {
        StageHands.open(window, "senior");
        until("the new reading", () -> window.person().reads("#stage-standing", "第 3 版待审核"));
        assertEquals(ANEW, onFx(() -> impression(window)));
        redline(window, 2, 3, "07-redline-of-the-reading");
        conclude(window, REVIEWED);
        until("the draft", () -> StageHands.report(window).isSaved());
        StageHands.sign(window, pictures, "08-review");
        pictures.keep(window, "09-document");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "what is not back",
                () -> window.person().reads("#stage-standing", "旧报告未收回")
                        && window.person().reads("#stage-standing", "未告知患者或家属"));
        pictures.keep(window, "10-given-out");
        onFx(() -> window.person().press(KeyCode.F7, Modifier.SHIFT));
        until("the redline", () -> window.person().sees("#redline-page"));
        compared(window, 3, 4, List.of(ANEW), List.of(REVIEWED));
        onFx(() -> view(window).compare(1, 3));
        compared(window, 2, 4, List.of(OLD), List.of(REVIEWED));
        pictures.keep(window, "11-redline-of-both");
    }

    private void redline(RealWindow window, int from, int to, String picture) throws Exception {
        onFx(() -> window.person().press(KeyCode.F7, Modifier.SHIFT));
        until("the redline", () -> window.person().sees("#redline-page"));
        compared(window, from, to, List.of(OLD), List.of(ANEW));
        pictures.keep(window, picture);
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the sheet is gone", () -> !window.person().sees("#redline-page"));
    }

    /// Between which versions, and which sentences went and came.
    private static void compared(RealWindow window, int from, int to, List<String> gone, List<String> come)
            throws Exception {
        Redline redline = onFx(() -> view(window).redline().orElseThrow());
        assertEquals(from, redline.before().act().version());
        assertEquals(to, redline.after().act().version());
        List<SentenceChange> changes = redline.changes();
        assertEquals(
                gone,
                changes.stream()
                        .filter(change -> change.before() != null)
                        .map(change -> change.before().words())
                        .toList());
        assertEquals(
                come,
                changes.stream()
                        .filter(change -> change.after() != null)
                        .map(change -> change.after().words())
                        .toList());
    }

    private static RedlineView view(RealWindow window) {
        return window.person().find("#redline").map(RedlineView.class::cast).orElseThrow();
    }

    private static EditorMode mode(RealWindow window) {
        return StageHands.report(window).model().modeProperty().get();
    }

    private static String impression(RealWindow window) {
        return StageHands.area(window, SectionKind.IMPRESSION).getText().strip();
    }

    /// Writes the impression by keys.
    private static void conclude(RealWindow window, String words) throws Exception {
        onFx(() -> window.person().press(KeyCode.TAB));
        until(
                "the findings",
                () -> StageHands.area(window, SectionKind.FINDINGS).isFocused());
        onFx(() -> window.person().press(KeyCode.PAGE_DOWN, Modifier.CTRL));
        until(
                "the impression",
                () -> StageHands.area(window, SectionKind.IMPRESSION).isFocused());
        onFx(() -> {
            window.person().press(KeyCode.A, Modifier.CTRL);
            window.person().type(words);
        });
        until("the words", () -> impression(window).equals(words));
    }
}
