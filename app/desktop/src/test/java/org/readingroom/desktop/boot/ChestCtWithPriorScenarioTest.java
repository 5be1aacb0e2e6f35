package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// A chest CT is read beside its prior: hung, linked at the same nodule, marked, and kept apart from another patient.
@Tag("ui")
@Tag("slow")
class ChestCtWithPriorScenarioTest {
    private static final CtChestPhantom NOW = CtChestPhantom.coarse();
    private static final CtChestPhantom PRIOR = CtChestPhantom.coarsePrior();

    @TempDir
    Path folder;

    @Test
    void theChestCtIsReadBesideItsPrior() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        List<SyntheticStudy> department = List.of(NOW, PRIOR, HandPhantom.standard());
        Home.openOrCreateDemo(
                        place,
                        QuickHome.options(new QuickHome.Clock()).withDepartment(() -> department),
                        Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures(window, "chest-ct-with-prior");
            open(window);
            pictures.keep("opened");
            onFx(() -> window.person().press(KeyCode.F3));
            until("the prior beside", () -> window.look().deskView().isDrawn()
                    && view(window, 1).displaySet().isPresent());
            pictures.keep("prior-beside");
        }
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until("the list", () -> window.person().sees("#worklist")
                && window.look().worklist().shown().size() == 3);
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().stream()
                            .filter(item -> item.study().uid().equals(NOW.uid()))
                            .findFirst()
                            .orElseThrow());
            window.person().press(KeyCode.ENTER);
        });
        until("the picture", () -> window.look().deskView().activeNode().context().isPresent()
                && window.look().deskView().isDrawn()
                && window.person().sees("#priors-strip"));
    }

    private static ViewportModel view(RealWindow window, int index) {
        return window.look().desk().views().get(index);
    }
}
