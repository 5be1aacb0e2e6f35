package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.Layout;

/// One desk over several windows: pictures, report and list apart, locked and signed out together, remembered.
@Tag("ui")
@Tag("slow")
class WindowsScenarioTest {
    private final ScenarioPictures pictures = new ScenarioPictures("windows");

    @TempDir
    Path folder;

    // [utest->req~desk.windows~1]
    // [utest->req~desk.windows-locked~1]
    // [utest->req~desk.windows-panes~1]
    // [utest->req~desk.windows-remembered~1]
    @Test
    void aDeskIsSpreadLockedLeftAndFoundAgain() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions one = HomeOptions.defaults().withDepartment(() -> List.of(CtChestPhantom.coarse()));
        Home.openOrCreateDemo(place, one, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            open(window);
            spread(window);
            apart(window);
            lock(window);
            onFx(() -> workplace(window).commands().run("sign-out"));
            until("the door", () -> window.person().sees("#sign-in-name"));
            assertEquals(1, onFx(WindowsScenarioTest::shownStages).size(), "nothing stays open");
            open(window);
            until("the window is back", () -> further(window).size() == 1);
            until(
                    "where it was, and as wide",
                    () -> Math.abs(further(window).getFirst().getWidth() - 900) <= 2
                            && Math.abs(further(window).getFirst().getX() - 40) <= 2);
        }
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.look().worklist().shown().size() == 1
                        && window.person()
                                .find("#worklist")
                                .filter(list -> list.equals(window.scene().getFocusOwner()))
                                .isPresent());
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the picture",
                () -> window.look().deskView().activeNode().context().isPresent());
        onFx(() -> window.look().deskView().activeNode().requestFocus());
    }

    private void spread(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.M, Modifier.CTRL));
        until("another window", () -> further(window).size() == 1);
        assertEquals(
                Layout.TWO_BESIDE,
                onFx(() -> window.look().desk().layoutProperty().get()));
        Stage second = onFx(() -> further(window).getFirst());
        onFx(() -> {
            second.setX(40);
            second.setY(30);
            second.setWidth(900);
            second.setHeight(800);
            ViewportModel view = window.look().desk().views().get(1);
            window.look().desk().activate(view);
            window.look().desk().show(window.look().desk().sets().getFirst());
        });
        ViewportNode node = onFx(() -> window.look().deskView().activeNode());
        until(
                "its picture",
                () -> node.getScene() == second.getScene() && node.context().isPresent());
        int before = onFx(() -> node.model().index());
        Puppet there = onFx(() -> new Puppet(second.getScene()));
        onFx(() -> {
            second.requestFocus();
            node.requestFocus();
        });
        until("the keyboard is there", () -> node.equals(second.getScene().getFocusOwner()));
        onFx(() -> there.press(KeyCode.DOWN));
        assertEquals(before + 1, onFx(() -> node.model().index()), "the desk's keys work there");
        onFx(() -> there.press(KeyCode.S));
        assertTrue(onFx(() -> workplace(window).read().keyImages().shown().isPresent()), "and those of the window");
        assertTrue(
                onFx(() -> there.reads("#side-patient", patient(window))), "the patient's name stands on the window");
        until("drawn", () -> window.look().deskView().isDrawn());
        pictures.keep(second.getScene(), "01-images");
        pictures.keep(window, "02-main");
    }

    private static String patient(RealWindow window) {
        return window.person()
                .find("#patient-name")
                .map(n -> ((javafx.scene.control.Label) n).getText())
                .orElse("?");
    }

    /// Report and list in windows of their own, and back.
    private void apart(RealWindow window) throws Exception {
        onFx(() -> workplace(window).commands().run("window.report"));
        until("the report apart", () -> workplace(window).windows().all().size() == 2);
        Stage report = onFx(() -> workplace(window).windows().all().getLast());
        assertTrue(onFx(() -> new Puppet(report.getScene()).sees(".report-pane")));
        assertFalse(onFx(() -> window.person().sees(".report-pane")));
        pictures.keep(report.getScene(), "03-report");
        onFx(() -> workplace(window).commands().run("window.report"));
        until("the report back", () -> window.person().sees(".report-pane"));
        onFx(() -> workplace(window).commands().run("window.list"));
        until("the list apart", () -> workplace(window).windows().all().size() == 2);
        Stage list = onFx(() -> workplace(window).windows().all().getLast());
        assertTrue(onFx(() -> new Puppet(list.getScene()).sees("#worklist")));
        pictures.keep(list.getScene(), "04-list");
        onFx(() -> workplace(window).commands().run("window.list"));
        onFx(() -> workplace(window).commands().run("place.list"));
        until("the list back", () -> window.person().sees("#worklist"));
    }

    private void lock(RealWindow window) throws Exception {
        Stage second = onFx(() -> further(window).getFirst());
        Puppet there = onFx(() -> new Puppet(second.getScene()));
        onFx(() -> workplace(window).commands().run("lock"));
        until("the cover", () -> window.person().sees("#sign-in-password"));
        assertFalse(onFx(() -> there.sees(".desk-view")), "no picture is seen");
        assertFalse(onFx(() -> there.sees("#side-patient")), "nor whose it is");
        pictures.keep(second.getScene(), "05-locked");
        onFx(() -> {
            window.person().click("#sign-in-password");
            window.person().type("demo");
            window.person().press(KeyCode.ENTER);
        });
        until("the pictures again", () -> there.sees(".desk-view"));
    }

    private static List<Stage> shownStages() {
        return javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w.isShowing())
                .map(Stage.class::cast)
                .toList();
    }

    private static Workplace workplace(RealWindow window) {
        return (Workplace) window.look();
    }

    private static List<Stage> further(RealWindow window) {
        return workplace(window).windows().stages();
    }
}
