package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A line drawn on the images becomes the size in the form by G, pressed in the field and pressed in the images. A
/// pixel of this chest is 2.8 mm wide: ten of them are 28 mm, five 14 mm.
@Tag("ui")
@Tag("slow")
class MeasureIntoFieldScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();
    private static final String FIELD = "#form-field-noduleSize";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("measure-into-field");

    // [utest->req~report.template.measured~1]
    @Test
    void aLineOnTheImagesBecomesANumberOfTheForm() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ImageFrame frame = window.openOnlyStudy();
            form(window);
            inTheField(window, frame);
            inTheImages(window, frame);
        }
    }

    /// The template of nodules, with a nodule in it, and its form beside the text.
    private static void form(RealWindow window) throws Exception {
        onFx(() -> model(window)
                .apply(model(window)
                        .library()
                        .find("readingroom.lung-nodule-ct.zh")
                        .orElseThrow()));
        onFx(() -> {
            window.look().report().orElseThrow().view().focusText();
            window.person().press(KeyCode.V, Modifier.CTRL, Modifier.ALT);
        });
        until("the form", () -> window.person().sees("#form-field-lungs"));
        onFx(() -> ((ComboBox<?>) window.person().find("#form-field-lungs").orElseThrow())
                .getSelectionModel()
                .select(1));
        until("the field for its size", () -> window.person().sees(FIELD));
    }

    private void inTheField(RealWindow window, ImageFrame frame) throws Exception {
        window.draw(KeyCode.L, frame, 50, 64, 60, 64);
        until("the length", () -> window.look().marks().annotations().size() == 1);
        onFx(() -> field(window).requestFocus());
        until("the keyboard in the field", () -> field(window).isFocused());
        // one key: it goes down, and its letter comes
        onFx(() -> {
            window.person().press(KeyCode.G);
            window.person().type("g");
        });
        until("its number", () -> !field(window).getText().isEmpty());
        assertEquals(28, Double.parseDouble(onFx(() -> field(window).getText())), 1e-9, "no letter, and millimetres");
        assertBound(window, 28, 0);
        pictures.keep(window, "01-in-the-field");
    }

    /// The field keeps its turn while the hand is at the images, and the newer line takes the place of the first.
    private void inTheImages(RealWindow window, ImageFrame frame) throws Exception {
        window.draw(KeyCode.L, frame, 50, 80, 55, 80);
        until("the second length", () -> window.look().marks().annotations().size() == 2);
        onFx(() -> {
            Node view = window.look().deskView().activeNode();
            view.requestFocus();
            window.click(frame, 50, 80);
            window.person().press(KeyCode.G);
        });
        until("the other number", () -> !field(window).getText().startsWith("28"));
        assertEquals(14, Double.parseDouble(onFx(() -> field(window).getText())), 1e-9);
        assertBound(window, 14, 1);
        pictures.keep(window, "02-from-the-images");
        onFx(() -> field(window).requestFocus());
        until("the keyboard in the field", () -> field(window).isFocused());
        onFx(() -> {
            field(window).clear();
            window.person().type("1.4 cg");
        });
        assertEquals("1.4 cg", onFx(() -> field(window).getText()), "behind another letter it is a letter");
    }

    /// The sentence says the number in words and is bound to the mark that was drawn `at` that place in the order.
    private static void assertBound(RealWindow window, double mm, int at) throws Exception {
        AnnotationId mark =
                onFx(() -> window.look().marks().annotations().get(at).id());
        List<ReportSentence> bound = onFx(() -> model(window).report().sentences().stream()
                .filter(one -> one.measurements().stream()
                        .map(BoundMeasurement::annotation)
                        .anyMatch(mark::equals))
                .toList());
        assertEquals(1, bound.size());
        assertTrue(
                bound.getFirst().words().contains("平均径约" + (int) mm),
                bound.getFirst().words());
        assertEquals(
                mm,
                bound.getFirst().measurements().stream()
                        .filter(one -> one.annotation().equals(mark))
                        .findFirst()
                        .orElseThrow()
                        .measurement()
                        .value(),
                1e-3);
    }

    private static ReportEditorViewModel model(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static TextField field(RealWindow window) {
        return (TextField) window.person().find(FIELD).orElseThrow();
    }
}
