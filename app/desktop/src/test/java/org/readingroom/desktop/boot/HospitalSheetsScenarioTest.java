package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.desktop.hospital.FoundStudy;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.Orthanc;

/// A study is looked for in a real archive and brought here by keys; the links tell how they stand; a drill cuts them;
/// the archive goes away.
@Tag("ui")
@Tag("slow")
class HospitalSheetsScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~hospital.search~1]
    // [utest->req~hospital.link-state~1]
    // [utest->req~hospital.drill-sheet~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @SuppressWarnings("try") // the archive goes away in the middle
    void aStudyIsFoundAndBroughtAndTheLinksAreTold(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        SyntheticStudy hand = HandPhantom.standard();
        Locale locale = Locale.forLanguageTag(language);
        ScenarioPictures pictures = new ScenarioPictures("hospital-" + language);
        try (Orthanc archive = Orthanc.start(folder)) {
            archive.store(files(hand));
            archive.store(files(CtChestPhantom.coarse()));
            prepare(archive);
            try (RealWindow window = new RealWindow(folder.resolve("home"), true, locale)) {
                window.signIn("radiologist", "demo");
                until(
                        "the link",
                        () -> signs(window).size() == 1
                                && signs(window).getFirst().endsWith(up(language)));
                pictures.keep(window, "01-link-up");

                onFx(() -> window.person().press(KeyCode.O, Modifier.CTRL, Modifier.SHIFT));
                until("the search", () -> window.person().sees("#search-name") && isWritten(window));
                onFx(() -> window.person().press(KeyCode.ENTER));
                until("that nothing was asked", () -> !told(window).isEmpty());
                onFx(() -> {
                    window.person().type("*");
                    window.person().press(KeyCode.ENTER);
                });
                until("both studies", () -> table(window).getItems().size() == 2);
                assertEquals("", told(window));
                pictures.keep(window, "02-found");
                onFx(() -> {
                    TableView<FoundStudy> table = table(window);
                    table.requestFocus();
                    int at = table.getItems().getFirst().study().uid().equals(hand.uid()) ? 0 : 1;
                    table.getSelectionModel().select(at);
                    window.person().press(KeyCode.ENTER);
                });
                until(
                        "the study",
                        () -> table(window).getItems().stream()
                                .anyMatch(row -> row.study().uid().equals(hand.uid())
                                        && row.readiness().isAllHere()
                                        && row.readiness().here() == hand.size()));
                pictures.keep(window, "03-brought");
                assertEquals(
                        hand.uid(),
                        onFx(() -> table(window)
                                .getSelectionModel()
                                .getSelectedItem()
                                .study()
                                .uid()));
                onFx(() -> window.person().press(KeyCode.ESCAPE));

                onFx(() -> window.person().press(KeyCode.D, Modifier.CTRL));
                until("the links", () -> window.person().sees("#drill-begin"));
                pictures.keep(window, "04-links");
                onFx(() -> window.person().click("#drill-begin"));
                until("the drill", () -> window.person().sees("#drill-end"));
                until("the cut", () -> !signs(window).getFirst().endsWith(up(language)));
                pictures.keep(window, "05-drill");
                onFx(() -> window.person().click("#drill-end"));
                until("the report", () -> window.person().sees("#drill-verdict"));
                pictures.keep(window, "06-drill-report");
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until("the sheet gone", () -> !window.person().sees("#links"));
                until("the link again", () -> signs(window).getFirst().endsWith(up(language)));
                assertTrue(tip(window).contains("Ctrl+D"), tip(window));

                archive.close();
                long gone = System.nanoTime();
                until("the loss", () -> !signs(window).getFirst().endsWith(up(language)));
                double seconds = (System.nanoTime() - gone) / 1e9;
                // it is five where nothing else runs; a busy machine may take longer to look
                assertTrue(seconds < 30, "noticed after " + seconds + " s");
                pictures.keep(window, "07-link-down");
            }
        }
        try (Home home = Home.openOrCreateDemo(folder.resolve("home"), options(), Progress.IGNORED);
                var session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(
                    hand.size(),
                    session.studies().study(hand.uid()).orElseThrow().instanceCount());
        }
    }

    private static String up(String language) {
        return Map.of("en", "connected", "zh", "已连接").get(language);
    }

    private HomeOptions options() {
        return HomeOptions.defaults().withDepartment(List::of);
    }

    private void prepare(Orthanc archive) throws Exception {
        try (Home home = Home.openOrCreateDemo(folder.resolve("home"), options(), Progress.IGNORED)) {
            home.offer(new HospitalSettings(
                    new Servers(HttpServer.open(archive.webBase()), null, null, null), HospitalSettings.USUAL_DAYS));
            home.signIn("radiologist", "demo".toCharArray()).close();
        }
    }

    private static List<byte[]> files(SyntheticStudy study) {
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < study.size(); i++) {
            files.add(study.instance(i).toBytes());
        }
        return files;
    }

    private static List<String> signs(RealWindow window) {
        Button button = (Button) window.person().find("#status-links").orElseThrow();
        return ((HBox) button.getGraphic())
                .getChildren().stream().map(each -> ((Label) each).getText()).toList();
    }

    private static String tip(RealWindow window) throws Exception {
        return onFx(() -> {
            Tooltip tip = ((Button) window.person().find("#status-links").orElseThrow()).getTooltip();
            return tip.getText();
        });
    }

    /// Whether what is typed goes into the first field.
    private static boolean isWritten(RealWindow window) {
        // without its skin a field does not hear Enter yet
        return window.person().sees("#search-name")
                && "search-name".equals(window.scene().getFocusOwner().getId());
    }

    private static String told(RealWindow window) {
        return ((Label) window.person().find("#search-told").orElseThrow()).getText();
    }

    @SuppressWarnings("unchecked")
    private static TableView<FoundStudy> table(RealWindow window) {
        return (TableView<FoundStudy>) window.person().find("#search-found").orElseThrow();
    }
}
