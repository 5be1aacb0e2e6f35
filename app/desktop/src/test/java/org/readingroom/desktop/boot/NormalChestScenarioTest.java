package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A normal chest CT is reported and signed without the mouse; each key that goes down is counted, from the opened case
/// to the signed report. Ctrl counts as a key of its own; the letters of the password, and of a finding, are words.
@Tag("ui")
@Tag("slow")
class NormalChestScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();
    private static final int MOST_KEYS = 12;

    @TempDir
    Path folder;

    // [utest->req~report.normal.keys~1]
    @Test
    void aNormalChestCtTakesTwelveKeysAtMost() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED)
                .close();
        int keys;
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ScenarioPictures pictures = new ScenarioPictures("normal-chest");
            window.openOnlyStudy();
            pictures.keep(window, "01-opened");
            keys = write(window, pictures);
            search(window, pictures);
        }
        assertEquals(5, keys, "what the guide says");
        assertTrue(keys <= MOST_KEYS, "it took " + keys + " keys");
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            SignedReport signed = session.reports().versions(CHEST.uid()).getFirst();
            assertTrue(session.reports().verify(CHEST.uid()).getFirst().isSound());
            assertTrue(signed.report().text(SectionKind.FINDINGS).contains("双肺"), "the findings of a chest");
            assertTrue(signed.report().text(SectionKind.IMPRESSION).contains("未见明确异常"), "and that it is normal");
            assertTrue(signed.report().text(SectionKind.IMPRESSION).endsWith("肝囊肿。"), "with what was typed");
        }
    }

    private static int write(RealWindow window, ScenarioPictures pictures) throws Exception {
        CountedKeys hand = new CountedKeys(window);
        hand.press(KeyCode.N, Modifier.CTRL);
        until(
                "the normal text",
                () -> area(window).getText().contains("未见明确异常") && area(window).isFocused());
        assertEquals(
                onFx(() -> area(window).getText().length()),
                onFx(() -> area(window).getCaretPosition()),
                "the caret stands behind the impression");
        pictures.keep(window, "02-normal");
        hand.type("肝囊肿。");
        until(
                "the words",
                () -> report(window)
                        .model()
                        .report()
                        .text(SectionKind.IMPRESSION)
                        .endsWith("肝囊肿。"));
        hand.press(KeyCode.ENTER, Modifier.CTRL);
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        onFx(() -> assertTrue(
                window.person().find("#report-sign-password").orElseThrow().isFocused()));
        assertTrue(onFx(() -> StageHands.shows(window, "演示壬  DEMO-0019")), "whose report it is");
        pictures.keep(window, "03-sign");
        hand.type("demo");
        hand.press(KeyCode.ENTER);
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        pictures.keep(window, "04-signed");
        System.err.println("normal chest CT: " + hand.keys() + " keys and " + hand.letters() + " letters of words");
        assertEquals(8, hand.letters(), "four letters of a finding, four of a password");
        // the guide counts the same keys, in the same order
        assertTrue(guide("en").contains("five keys (" + String.join(", ", hand.down()) + ")"), hand.down()::toString);
        assertTrue(guide("zh").contains("五个键（" + String.join("、", hand.down()) + "）"), hand.down()::toString);
        return hand.keys();
    }

    private static String guide(String language) throws Exception {
        Path root = Path.of(System.getProperty("readingroom.root"));
        return Files.readString(root.resolve("docs/user-guide/" + language + ".md"));
    }

    // [utest->req~report.search.sheet~1]
    private static void search(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "the report behind the PDF",
                () -> !window.person().sees("#document-pages") && window.scene().getFocusOwner() != null);
        onFx(() -> window.person().press(KeyCode.F, Modifier.CTRL));
        until("the search", () -> window.person().sees("#search-text"));
        onFx(() -> {
            window.person().type("囊肿");
            window.person().press(KeyCode.ENTER);
        });
        until("the report that was signed", () -> list(window).getItems().size() == 1);
        pictures.keep(window, "05-found");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "its case",
                () -> !window.person().sees("#search-text")
                        && window.look().report().isPresent());
    }

    private static ListView<?> list(RealWindow window) {
        return (ListView<?>) window.person().find("#search-list").orElseThrow();
    }

    private static OpenedReport report(RealWindow window) {
        return window.look().report().orElseThrow();
    }

    private static TextArea area(RealWindow window) {
        return report(window).view().area(SectionKind.IMPRESSION);
    }
}
