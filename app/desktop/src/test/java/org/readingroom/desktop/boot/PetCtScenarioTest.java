package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.phantom.HotSpot;
import org.readingroom.viewer.phantom.PetCtPhantom;
import org.readingroom.viewer.task.Progress;

/// A PET/CT in the real window: fused by key, its units changed by key, a region measured. The numbers are those of the
/// phantom's formula, summed here.
@Tag("ui")
@Tag("slow")
class PetCtScenarioTest {
    private static final String SUV = "{SUVbw}g/ml";

    /// 310 MBq of fluorine-18 an hour before the scan, in 72 kg.
    private static final double BECQUEREL_PER_SUV = 310e6 * Math.pow(2, -3600 / 6586.2) / 72_000;

    @TempDir
    Path folder;

    private final PetCtPhantom phantom = new PetCtPhantom(96, 64, 4.2, 7.5, 0);
    private final ScenarioPictures pictures = new ScenarioPictures("pet-ct");

    // [utest->req~annotation.statistics~1]
    // [utest->req~desk.suv~1]
    @Test
    void aHotSpotIsFusedReadInSuvAndMeasured() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions department = HomeOptions.defaults().withDepartment(() -> List.of(phantom));
        Home.openOrCreateDemo(place, department, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            show(window, "CT");
            onFx(() -> window.person().press(KeyCode.B));
            until(
                    "PET over CT",
                    () -> window.look()
                                            .desk()
                                            .activeProperty()
                                            .get()
                                            .additions()
                                            .fusedProperty()
                                            .get()
                                    != null
                            && window.look().deskView().isDrawn());
            pictures.keep(window, "01-fused");
            show(window, "PT");
            HotSpot spot = phantom.hotSpots().get(3);
            ImageFrame frame = goTo(window, spot);
            measure(window, frame, spot);
        }
    }

    private void measure(RealWindow window, ImageFrame frame, HotSpot spot) throws Exception {
        double column = (spot.centre().x()
                        - Objects.requireNonNull(frame.plane()).position().x())
                / 4.2;
        double row = (spot.centre().y() - frame.plane().position().y()) / 4.2;
        double half = 2.9;
        window.draw(KeyCode.E, frame, column - half, row - half, column + half, row + half);
        unit(window, SUV);
        DoubleSummaryStatistics truth = inside(frame, column, row, half);
        // what the file rounds away, and the single precision of the slope
        double tolerance = 2e-3;
        assertEquals(truth.getAverage(), one(window, Quantity.MEAN).value(), tolerance);
        assertEquals(truth.getMax(), one(window, Quantity.MAXIMUM).value(), tolerance);
        assertEquals(truth.getMin(), one(window, Quantity.MINIMUM).value(), tolerance);
        assertEquals(truth.getCount(), one(window, Quantity.COUNT).value());
        assertEquals(spot.suv(), truth.getMax(), 0.5, "the phantom has the uptake that it claims");
        onFx(() -> window.person().press(KeyCode.I, Modifier.ALT));
        pictures.keep(window, "02-suv-with-histogram");
        unit(window, "Bq/mL");
        double becquerel = one(window, Quantity.MEAN).value();
        pictures.keep(window, "03-becquerel");
        unit(window, SUV);
        // one factor for all: body weight over the dose that is left
        assertEquals(BECQUEREL_PER_SUV, becquerel / one(window, Quantity.MEAN).value(), BECQUEREL_PER_SUV * 1e-5);
    }

    private DoubleSummaryStatistics inside(ImageFrame frame, double column, double row, double half) {
        int slice = (int)
                Math.round(Objects.requireNonNull(frame.plane()).position().z() / 7.5 + 31.5);
        float[] suv = phantom.suv(slice);
        DoubleSummaryStatistics found = new DoubleSummaryStatistics();
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                if ((x - column) * (x - column) + (y - row) * (y - row) <= half * half) {
                    found.accept(suv[y * 96 + x]);
                }
            }
        }
        return found;
    }

    private static Measurement one(RealWindow window, Quantity quantity) throws Exception {
        return onFx(() -> window.look()
                .marks()
                .measured(window.look().marks().annotations().getFirst())
                .of(quantity)
                .orElseThrow());
    }

    /// Goes through the units by key until the mean has this one.
    private static void unit(RealWindow window, String ucum) throws Exception {
        for (int i = 0; i < 8; i++) {
            until(
                    "the values",
                    () -> window.look()
                            .marks()
                            .measured(window.look().marks().annotations().getFirst())
                            .of(Quantity.MEAN)
                            .isPresent());
            if (one(window, Quantity.MEAN).ucum().equals(ucum)) {
                return;
            }
            onFx(() -> {
                window.look().deskView().activeNode().requestFocus();
                window.person().press(KeyCode.U);
            });
        }
        assertTrue(false, "never in " + ucum);
    }

    /// The next series by key until one of this modality is in the view.
    private static void show(RealWindow window, String modality) throws Exception {
        for (int i = 0; i < 4; i++) {
            OpenSet set = onFx(() -> Objects.requireNonNull(
                    window.look().desk().activeProperty().get().setProperty().get()));
            if (set.displaySet().modality().equals(modality)) {
                until("its picture", () -> window.look().deskView().isDrawn());
                return;
            }
            onFx(() -> {
                window.look().deskView().activeNode().requestFocus();
                window.person().press(KeyCode.PERIOD);
            });
        }
        assertTrue(false, "no series of " + modality);
    }

    /// By the arrow keys to the slice nearest to the middle of a hot spot.
    private static ImageFrame goTo(RealWindow window, HotSpot spot) throws Exception {
        for (int i = 0; i < 80; i++) {
            double off = spot.centre().z()
                    - Objects.requireNonNull(window.frame().plane()).position().z();
            if (Math.abs(off) <= 3.75) {
                break;
            }
            double before = off;
            onFx(() -> {
                window.look().deskView().activeNode().requestFocus();
                window.person().press(before > 0 == isUpwards(window) ? KeyCode.DOWN : KeyCode.UP);
            });
        }
        until("the slice", () -> window.look().deskView().isDrawn());
        return window.frame();
    }

    /// Whether later images of the series lie nearer to the head.
    private static boolean isUpwards(RealWindow window) {
        List<ImageFrame> frames = Objects.requireNonNull(window.look()
                        .desk()
                        .activeProperty()
                        .get()
                        .setProperty()
                        .get())
                .displaySet()
                .frames();
        return Objects.requireNonNull(frames.getLast().plane()).position().z()
                > Objects.requireNonNull(frames.getFirst().plane()).position().z();
    }
}
