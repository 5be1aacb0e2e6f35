package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.phantom.CrChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A chest radiograph is opened; its prior comes beside it without being asked for. Both look
/// alike, though one is stored the other way round, and the views say how far apart they were
/// taken.
@Tag("ui")
@Tag("slow")
class ChestPairScenarioTest {
    private static final CrChestPhantom NOW = CrChestPhantom.current();
    private static final CrChestPhantom PRIOR = CrChestPhantom.prior();

    @TempDir
    Path folder;

    // [utest->req~hanging.apply~1]
    @Test
    void thePriorHangsBesideTheRadiograph() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(NOW, PRIOR)), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures("chest-pair");
            open(window);
            until(
                    "both radiographs",
                    () -> window.look().desk().visible().size() == 2
                            && window.look().desk().visible().stream()
                                    .allMatch(view -> view.displaySet().isPresent())
                            && window.look().deskView().isDrawn());
            assertEquals(
                    List.of(NOW.uid(), PRIOR.uid()),
                    onFx(() -> window.look().desk().visible().stream()
                            .map(view -> view.displaySet().orElseThrow().study())
                            .toList()),
                    "the current one at the left");
            until("why it was hung", () -> window.status().contains("Chest radiograph"));
            pictures.keep(window, "01-pair");
            assertTrue(window.status().contains("CR") && window.status().contains("chest"), window.status());
            // 2025-06-10 to 2026-01-16: seven months and six days
            until("how far apart", () -> banners(window).toString().contains("7 months earlier"));
            assertTrue(
                    banners(window).toString().contains("2025-06-10"),
                    banners(window).toString());
            assertTrue(onFx(() -> window.look().desk().links().isOn()), "compared pictures move together");
            alike(window);
        }
    }

    /// The prior is MONOCHROME1: stored bright where the current one is dark. Lung and spine must
    /// be as bright in both.
    private static void alike(RealWindow window) throws Exception {
        double[][] grey = onFx(() -> {
            Image image = window.look().deskView().getScene().snapshot(null);
            double[][] found = new double[2][];
            for (int i = 0; i < 2; i++) {
                ViewportNode node = window.look().deskView().viewNodes().get(i);
                Bounds at = node.localToScene(node.getLayoutBounds());
                double side = Math.min(at.getWidth(), at.getHeight());
                // outside the body, left lung and spine, in parts of the picture
                double[][] places = {{0.5, 0.03}, {0.68, 0.42}, {0.5, 0.55}};
                found[i] = new double[places.length];
                for (int p = 0; p < places.length; p++) {
                    double x = at.getCenterX() + (places[p][0] - 0.5) * side;
                    double y = at.getCenterY() + (places[p][1] - 0.5) * side;
                    found[i][p] = mean(image, x, y);
                }
            }
            return found;
        });
        assertTrue(grey[0][2] > grey[0][1] + 30, "spine brighter than lung, now: " + grey[0][2] + ", " + grey[0][1]);
        assertTrue(grey[1][2] > grey[1][1] + 30, "spine brighter than lung, before: " + grey[1][2] + ", " + grey[1][1]);
        assertEquals(grey[0][1], grey[1][1], 6, "lung");
        assertEquals(grey[0][2], grey[1][2], 6, "spine");
    }

    private static double mean(Image image, double x, double y) {
        double sum = 0;
        for (int dx = -3; dx <= 3; dx++) {
            for (int dy = -3; dy <= 3; dy++) {
                sum += image.getPixelReader().getArgb((int) x + dx, (int) y + dy) & 255;
            }
        }
        return sum / 49;
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 2);
        onFx(() -> window.look().worklist().filterProperty().set("DEMO26011607"));
        until("one study", () -> window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
    }

    private static List<String> banners(RealWindow window) throws Exception {
        return window.look().deskView().lookupAll(".study-banner .label").stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
