package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A study of more series than views is signed: the sheet names those that were never opened, as the line above the
/// report does.
@Tag("ui")
@Tag("slow")
class UnopenedSeriesScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~report.seen-series.sign~1]
    @Test
    void theSheetOfASignatureNamesTheSeriesThatWereNeverOpened() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        MadeStudy study = new MadeStudy(
                "unopened",
                "UNOPENED-1",
                Stream.of("lung", "bone", "delayed")
                        .map(name -> MadeStudy.Part.of(CtChestPhantom.coarsePrior(), name))
                        .toList());
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(study)), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            onFx(() -> window.look()
                    .report()
                    .orElseThrow()
                    .view()
                    .area(SectionKind.IMPRESSION)
                    .requestFocus());
            until("what was never opened", () -> words(window).contains("delayed"));
            String above = onFx(() -> words(window));
            assertTrue(above.contains("not opened yet: "), above);
            onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
            until("the sign sheet", () -> window.person().sees("#report-sign-password"));
            new ScenarioPictures("unopened-series").keep(window, "01-sign");
            assertEquals(
                    1,
                    onFx(() -> window.scene().getRoot().lookupAll(".report-sheet .report-check .label").stream()
                            .filter(label -> ((Label) label).getText().equals(above))
                            .count()));
        }
    }

    private static String words(RealWindow window) {
        return window.person()
                .find("#report-unopened")
                .map(label -> ((Label) label).getText())
                .orElse("");
    }
}
