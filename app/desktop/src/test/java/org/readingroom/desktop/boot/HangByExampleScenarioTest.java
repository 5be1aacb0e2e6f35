package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.phantom.MrHeadPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.Layout;

/// A reader hangs one head MR as she likes it, says so with F7, ends the program; the next head MR,
/// of another patient, with its series in another order, hangs so by itself.
@Tag("ui")
@Tag("slow")
class HangByExampleScenarioTest {
    private static final SyntheticStudy HEAD = new MrHeadPhantom(64, 12, 3.7, 16, 14);

    private static final SyntheticStudy FIRST = new MadeStudy(
            "example-first",
            "E1001",
            List.of(
                    MadeStudy.Part.of(HEAD, "T1 SE Coronal"),
                    MadeStudy.Part.of(HEAD, "T2 TSE Coronal"),
                    MadeStudy.Part.of(HEAD, "FLAIR Coronal")));

    private static final SyntheticStudy SECOND = new MadeStudy(
            "example-second",
            "E2002",
            List.of(
                    MadeStudy.Part.of(HEAD, "SWI Coronal"),
                    MadeStudy.Part.of(HEAD, "FLAIR 冠状位"),
                    MadeStudy.Part.of(HEAD, "T2 冠状位"),
                    MadeStudy.Part.of(HEAD, "T1 冠状位")));

    @TempDir
    Path folder;

    // [utest->req~hanging.by-example~1]
    // [utest->req~hanging.kept~1]
    // [utest->req~hanging.nothing-hidden~1]
    @Test
    void whatWasHungByHandHangsByItselfNextTime() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(
                        place, HomeOptions.defaults().withDepartment(() -> List.of(FIRST, SECOND)), Progress.IGNORED)
                .close();
        ScenarioPictures pictures = new ScenarioPictures("hang-by-example");
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            open(window, "E1001");
            until("hung as the program thinks", () -> status(window).contains("Brain MR"));
            pictures.keep(window, "01-as-shipped");
            byHand(window);
            pictures.keep(window, "02-by-hand");
            onFx(() -> window.person().press(KeyCode.F7));
            until("the sheet", () -> window.person().sees("#hanging-example-name"));
            pictures.keep(window, "03-sheet");
            onFx(() -> {
                window.person()
                        .find("#hanging-example-name")
                        .map(TextField.class::cast)
                        .ifPresent(TextField::clear);
                window.person().type("My heads");
                window.person().press(KeyCode.ENTER);
            });
            until("kept", () -> status(window).contains("My heads"));
        }
        noPatientIn(place);
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            open(window, "E2002");
            until(
                    "hung by the example",
                    () -> status(window).contains("My heads")
                            && window.look().deskView().isDrawn());
            pictures.keep(window, "04-next-study");
            assertEquals(
                    Layout.TWO_BESIDE, window.look().desk().layoutProperty().get());
            assertEquals(List.of("T2 冠状位", "T1 冠状位"), shown(window));
            assertTrue(status(window).contains("MR"), status(window));
            assertTrue(status(window).contains("2 series in no view"), status(window));
            onFx(() -> window.person().press(KeyCode.F6, Modifier.CTRL));
            until(
                    "as it was opened",
                    () -> window.look().desk().layoutProperty().get().equals(Layout.ONE));
        }
    }

    /// Two views side by side, T2 at the left, T1 at the right, with the keys a reader has for it.
    private static void byHand(RealWindow window) throws Exception {
        onFx(() -> {
            window.look().deskView().focusActive();
            window.person().press(KeyCode.DIGIT2, Modifier.SHIFT);
        });
        until("two views", () -> window.look().desk().layoutProperty().get().equals(Layout.TWO_BESIDE));
        leaf(window, "T2 TSE Coronal");
        onFx(() -> window.person().press(KeyCode.TAB, Modifier.CTRL));
        leaf(window, "T1 SE Coronal");
        assertEquals(List.of("T2 TSE Coronal", "T1 SE Coronal"), shown(window));
    }

    private static void leaf(RealWindow window, String wanted) throws Exception {
        for (int i = 0; i < 4; i++) {
            String now = onFx(() -> window.look()
                    .desk()
                    .activeSet()
                    .map(DisplaySet::description)
                    .orElse(""));
            if (now.equals(wanted)) {
                return;
            }
            onFx(() -> window.person().press(KeyCode.PERIOD));
        }
        throw new AssertionError("no series " + wanted);
    }

    private static List<String> shown(RealWindow window) throws Exception {
        return onFx(() -> window.look().desk().visible().stream()
                .map(view -> view.displaySet().map(DisplaySet::description).orElse(""))
                .toList());
    }

    private static void open(RealWindow window, String patient) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 2);
        onFx(() -> window.look().worklist().filterProperty().set(patient));
        until("one study", () -> window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "its pictures",
                () -> window.look().desk().sets().size() >= 3
                        && window.look().deskView().isDrawn());
    }

    private static void noPatientIn(Path place) throws Exception {
        try (var files = Files.list(place.resolve("hanging"))) {
            Path file = files.findFirst().orElseThrow();
            String text = Files.readString(file);
            assertTrue(text.contains("My heads"));
            assertFalse(text.contains("E1001") || text.contains("Invented"), "a patient in the rules");
        }
    }

    private static String status(RealWindow window) {
        return window.person()
                .find("#status-message")
                .map(node -> ((Label) node).getText())
                .orElse("");
    }
}
