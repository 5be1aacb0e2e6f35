package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.phantom.CarotidPhantom;
import org.readingroom.viewer.phantom.CarotidSpectrumPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// An ultrasound examination in the real window: measured in tissue, in a Doppler spectrum, by a known length. Every
/// number is that of the phantom's geometry, by arithmetic.
@Tag("ui")
@Tag("slow")
class UltrasoundMeasureScenarioTest {
    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("ultrasound");

    // [utest->req~annotation.ultrasound~1]
    // [utest->req~annotation.calibration~1]
    // [utest->req~tools.words~1]
    @Test
    void tissueSpectrumAndAKnownLengthAreMeasuredAndKept() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        prepare(place, new CarotidSpectrumPhantom());
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ImageFrame frame = window.openOnlyStudy();
            pictures.keep(window, "01-opened");
            // 30 columns and 40 rows of 0.15 mm
            window.draw(KeyCode.L, frame, 100, 100, 130, 140);
            assertNumber(window, 0, Quantity.LENGTH, 7.5, "mm");
            // 160 columns of 5 ms, 70 rows of 0.8 cm/s upwards
            window.draw(KeyCode.L, frame, 100, 380, 260, 310);
            assertNumber(window, 1, Quantity.DURATION, 800, "ms");
            assertNumber(window, 1, Quantity.VELOCITY_CHANGE, 56, "cm/s");
            onFx(() -> {
                window.person().press(KeyCode.ESCAPE);
                window.person().press(KeyCode.V, Modifier.ALT);
                window.click(frame, 330, 300);
            });
            // 100 rows over the baseline
            assertNumber(window, 2, Quantity.VELOCITY, 80, "cm/s");
            pictures.keep(window, "02-measured");
            window.draw(KeyCode.L, frame, 500, 200, 500, 300);
            assertNumber(window, 3, Quantity.LENGTH, 100, Measurement.PIXELS);
            assertTrue(measured(window, 3).caveatKeys().contains("viewer.scale.outside-region"));
            pictures.keep(window, "03-across-two-regions");
            calibrate(window, frame);
            onFx(() -> {
                window.person().press(KeyCode.ESCAPE);
                window.person().press(KeyCode.X, Modifier.ALT);
                window.click(frame, 420, 130);
            });
            until("the words are asked for", () -> window.person().sees("#mark-words"));
            onFx(() -> {
                window.person().type("斑块 plaque");
                window.person().press(KeyCode.ENTER);
            });
            until("the text", () -> window.look().marks().annotations().size() == 5);
            assertEquals(
                    "斑块 plaque",
                    onFx(() -> window.look().marks().annotations().getLast().label()));
            pictures.keep(window, "06-words");
        }
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            window.openOnlyStudy();
            until("the marks", () -> window.look().marks().annotations().size() == 5);
            assertNumber(window, 0, Quantity.LENGTH, 7.5, "mm");
            assertNumber(window, 2, Quantity.VELOCITY, 80, "cm/s");
            pictures.keep(window, "07-opened-again");
        }
    }

    /// 100 columns are 15 mm by the file; called 20 mm they make 7.5 mm ten, and undone seven and a half again.
    private void calibrate(RealWindow window, ImageFrame frame) throws Exception {
        window.draw(KeyCode.L, frame, 50, 60, 150, 60, Modifier.ALT);
        until("the length is asked for", () -> window.person().sees("#calibration-form"));
        onFx(() -> {
            window.person()
                    .find("#calibration-length")
                    .map(TextField.class::cast)
                    .orElseThrow()
                    .setText("2 cm");
            window.person().press(KeyCode.ENTER);
        });
        assertTrue(
                onFx(() -> window.person().sees("#calibration-form")),
                "a true spacing is not set aside by Enter alone");
        pictures.keep(window, "04-known-length");
        onFx(() -> {
            window.person()
                    .find("#calibration-confirm")
                    .map(CheckBox.class::cast)
                    .orElseThrow()
                    .setSelected(true);
            window.person().press(KeyCode.ENTER);
        });
        until("the calibration", () -> window.look().marks().annotations().size() == 5);
        assertNumber(window, 0, Quantity.LENGTH, 10, "mm");
        assertTrue(measured(window, 0).caveatKeys().contains("viewer.scale.calibrated-against-file"));
        assertNumber(window, 2, Quantity.VELOCITY, 80, "cm/s");
        pictures.keep(window, "05-calibrated");
        onFx(() -> window.person().press(KeyCode.Z, Modifier.CTRL));
        until("it is undone", () -> window.look().marks().annotations().size() == 4);
        assertNumber(window, 0, Quantity.LENGTH, 7.5, "mm");
    }

    // [utest->req~annotation.ultrasound~1]
    @Test
    void anArteryOfAClipIsAsWideAsItIsInItsFrame() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("clip");
        CarotidPhantom phantom = CarotidPhantom.standard();
        prepare(place, phantom);
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            for (int i = 0; i < 5; i++) {
                onFx(() -> {
                    window.look().deskView().activeNode().requestFocus();
                    window.person().press(KeyCode.DOWN);
                });
            }
            until(
                    "the sixth frame",
                    () -> window.look().desk().activeProperty().get().index() == 5
                            && window.look().deskView().isDrawn());
            ImageFrame frame = window.frame();
            double half = phantom.diameterMm(5) / 2 / 0.1;
            window.draw(KeyCode.L, frame, 3, phantom.axisRow() - half, 3, phantom.axisRow() + half);
            assertNumber(window, 0, Quantity.LENGTH, phantom.diameterMm(5), "mm");
            assertEquals(
                    Optional.of(5),
                    onFx(() -> window.look()
                            .marks()
                            .annotations()
                            .getFirst()
                            .placement()
                            .referencedFrame()
                            .map(ref -> ref.frame())));
            pictures.keep(window, "08-artery");
        }
    }

    private static Measured measured(RealWindow window, int mark) throws Exception {
        return onFx(() -> window.look()
                .marks()
                .measured(window.look().marks().annotations().get(mark)));
    }

    /// The way through the scene is single precision.
    private static void assertNumber(RealWindow window, int mark, Quantity quantity, double value, String ucum)
            throws Exception {
        until("mark " + mark, () -> window.look().marks().annotations().size() > mark);
        Measurement found = measured(window, mark).of(quantity).orElseThrow();
        assertEquals(value, found.value(), 2e-3 * Math.max(1, Math.abs(value) / 10), quantity.toString());
        assertEquals(ucum, found.ucum());
    }

    private static void prepare(Path place, SyntheticStudy study) throws Exception {
        HomeOptions department = HomeOptions.defaults().withDepartment(() -> List.of(study));
        Home.openOrCreateDemo(place, department, Progress.IGNORED).close();
    }
}
