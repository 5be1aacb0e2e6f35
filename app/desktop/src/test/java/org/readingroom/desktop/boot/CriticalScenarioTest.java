package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalEntry;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// A resident finds a pulmonary embolism and reports it with one key, a senior verifies it, the resident tells the
/// ward by phone with read-back, the ward takes it over and says what it did.
@Tag("ui")
@Tag("slow")
class CriticalScenarioTest {
    private static final LesionCtPhantom STUDY = new LesionCtPhantom(true);
    private static final String FOUND = "右肺动脉主干见充盈缺损，考虑急性肺栓塞。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("critical");

    // [utest->req~report.critical.everywhere~1]
    // [utest->req~report.critical.one-key~1]
    // [utest->req~report.critical.sheet~1]
    @Test
    void twoPeopleAndTheWardCloseTheLoop() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(STUDY));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            discover(window);
        }
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            verify(window);
        }
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            tell(window);
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            List<CriticalCase> loops = session.reporting().critical().all();
            assertEquals(1, loops.size());
            CriticalCase loop = loops.getFirst();
            assertEquals(CriticalState.HANDLED, loop.state());
            assertEquals("pulmonary-embolism", loop.finding().entry());
            assertEquals(FOUND, loop.finding().words());
            assertEquals(STUDY.uid(), loop.finding().study());
            assertEquals(
                    List.of(
                            CriticalKind.DISCOVERED,
                            CriticalKind.VERIFIED,
                            CriticalKind.NOTIFIED,
                            CriticalKind.CORRECTED,
                            CriticalKind.ACKNOWLEDGED,
                            CriticalKind.HANDLED),
                    loop.events().stream().map(event -> event.kind()).toList());
            var told = loop.last(CriticalKind.NOTIFIED).orElseThrow().contact();
            assertEquals("护士己 8120", told == null ? "" : told.name() + " " + told.phone());
            assertEquals(
                    "护士丁",
                    loop.events().get(2).contact() == null
                            ? ""
                            : loop.events().get(2).contact().name(),
                    "what was entered first stays");
            assertTrue(told != null && told.readBack().contains(FOUND), "what was read back is kept");
        }
    }

    private void discover(RealWindow window) throws Exception {
        open(window, "resident");
        onFx(() -> {
            window.look().report().orElseThrow().view().focusText();
            window.person().type(FOUND);
            window.person().press(KeyCode.W, Modifier.CTRL);
        });
        until(
                "the sheet",
                () -> window.person().sees("#critical-report")
                        && window.person().sees("#critical-entries"));
        assertEquals("pulmonary-embolism", onFx(() -> chosen(window)), "proposed by its words");
        pictures.keep(window, "01-reported-with-one-key");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the loop", () -> window.person().sees("#critical-verify"));
        onFx(() -> window.person().click("#critical-verify"));
        until("the refusal in words", () -> text(window, "#critical-refusal").contains("上级医师"));
        pictures.keep(window, "02-a-resident-may-not-verify");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "the clock in the bar and over the report",
                () -> text(window, "#critical-sign").contains("急性肺动脉栓塞")
                        && window.person().sees("#critical-strip"));
        until(
                "the warning",
                () -> window.look().report().orElseThrow().model().checks().stream()
                        .anyMatch(check -> check.checkId().equals("critical.untold")));
        pictures.keep(window, "03-clock-everywhere");
        until("the draft", () -> window.look().report().orElseThrow().isSaved());
    }

    private void verify(RealWindow window) throws Exception {
        window.signIn("senior", "demo");
        until(
                "the list with its chip",
                () -> window.person().sees("#worklist") && window.person().sees("#chip-critical"));
        until("the clock after a restart", () -> text(window, "#critical-sign").contains("急性肺动脉栓塞"));
        onFx(() -> window.person().click("#chip-critical"));
        until("the filtered list", () -> window.look().worklist().shown().size() == 1);
        pictures.keep(window, "04-the-list");
        onFx(() -> window.person().press(KeyCode.W, Modifier.CTRL, Modifier.SHIFT));
        until("the loop", () -> window.person().sees("#critical-verify"));
        onFx(() -> window.person().click("#critical-verify"));
        until("verified", () -> window.person().sees("#critical-notify"));
        pictures.keep(window, "05-verified");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
    }

    private void tell(RealWindow window) throws Exception {
        window.signIn("resident", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist") && window.person().sees("#critical-sign"));
        onFx(() -> window.person().click("#critical-sign"));
        until("the call", () -> window.person().sees("#critical-notify"));
        onFx(() -> window.person().click("#critical-notify"));
        until("the refusal in words", () -> !text(window, "#critical-refusal").isEmpty());
        onFx(() -> {
            fill(window, "#critical-name", "护士丁");
            fill(window, "#critical-place", "急诊科");
            fill(window, "#critical-phone", "8120");
            window.person()
                    .find("#critical-read-back-same")
                    .map(CheckBox.class::cast)
                    .orElseThrow()
                    .fire();
        });
        pictures.keep(window, "06-the-call");
        onFx(() -> window.person().click("#critical-notify"));
        until("told", () -> window.person().sees("#critical-acknowledge"));
        onFx(() -> window.person()
                .find("#critical-correction")
                .map(TitledPane.class::cast)
                .orElseThrow()
                .setExpanded(true));
        until("the correction", () -> window.person().sees("#critical-correct"));
        onFx(() -> {
            var steps = window.person()
                    .find("#critical-correct-step")
                    .map(ChoiceBox.class::cast)
                    .orElseThrow();
            steps.getSelectionModel().selectLast();
            fill(window, "#critical-correct-name", "护士己");
            window.person().click("#critical-correct");
        });
        until(
                "no correction without a reason",
                () -> !text(window, "#critical-correct-refusal").isEmpty());
        pictures.keep(window, "07-a-correction");
        onFx(() -> {
            fill(window, "#critical-correct-reason", "姓名误填");
            window.person().click("#critical-correct");
        });
        until(
                "corrected",
                () -> window.person().find("#critical-story").stream()
                        .flatMap(story -> story.lookupAll(".label").stream())
                        .anyMatch(line ->
                                line instanceof Labeled said && said.getText().contains("护士己")));
        onFx(() -> {
            fill(window, "#critical-name", "医师戊");
            window.person().click("#critical-acknowledge");
        });
        until("acknowledged", () -> window.person().sees("#critical-handle"));
        onFx(() -> {
            fill(window, "#critical-name", "医师戊");
            fill(window, "#critical-words", "溶栓治疗，转入重症监护室");
            window.person().click("#critical-handle");
        });
        until(
                "handled",
                () -> !window.person().sees("#critical-handle")
                        && !window.person().sees("#critical-sign"));
        pictures.keep(window, "08-handled");
    }

    private static void open(RealWindow window, String user) throws Exception {
        window.signIn(user, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the report",
                () -> window.look().report().isPresent()
                        && window.look().deskView().activeNode().context().isPresent());
    }

    private static String chosen(RealWindow window) {
        Object chosen = window.person()
                .find("#critical-entries")
                .map(ListView.class::cast)
                .orElseThrow()
                .getSelectionModel()
                .getSelectedItem();
        return chosen instanceof CriticalEntry entry ? entry.id() : "";
    }

    private static void fill(RealWindow window, String id, String text) {
        window.person().find(id).map(TextField.class::cast).orElseThrow().setText(text);
    }

    private static String text(RealWindow window, String id) {
        return window.person()
                .find(id)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }
}
