package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.greyscale.DisplayCalibration.Measurement;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Pictures of the desk on a monitor with a measured curve.
// [utest->req~desk.calibrated-once~1]
class CalibratedOnceTest {
    private static final int SIDE = 64;
    /// A screen of gamma 2.2 from 0.3 to 300.3 cd/m² in a room that adds 0.2.
    private static final double AMBIENT = 0.2;
    /// P-values, and the luminance the GSDF wants for each on that screen, by `dcmdspfn +Im … +Og` of DCMTK 3.6.7.
    private static final double[][] WANTED = {
        {0, 0.500476},
        {1, 0.537947},
        {20, 1.590942},
        {50, 4.986440},
        {100, 18.550653},
        {128, 33.485011},
        {180, 87.704068},
        {230, 201.957196},
        {254, 295.866156},
        {255, 300.554410}
    };

    private final DisplayCalibration screen = new DisplayCalibration(
            IntStream.range(0, 256)
                    .mapToObj(level -> new Measurement(level, dark(level)))
                    .toList(),
            AMBIENT);
    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(3, p -> (int) (16 * (p.x() + 8) + p.y() + 8));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();
    private final PictureMaker maker = new PictureMaker(tasks, () -> {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    });
    /// The same buffer for every picture, as a view uses it again and again.
    private final IntBuffer argb = IntBuffer.allocate(SIDE * SIDE);

    private static double dark(int level) {
        return 0.3 + 300 * Math.pow(level / 255.0, 2.2);
    }

    /// Values 0 to 255 become P-values 0 to 255.
    private int[] drawn() {
        view.window(new Voi.Window(127.5, 255, Voi.Function.LINEAR_EXACT, ""));
        Picture.Ready ready = (Picture.Ready) view.picture(PictureSize.pixels(SIDE, SIDE));
        maker.draw(ready.view(), argb, null, () -> {}, fault -> {
            throw new IllegalStateException(fault);
        });
        tasks.runAll();
        return argb.array().clone();
    }

    private void open() {
        desk.open(List.of(frames.set()), frames);
        tasks.runAll();
    }

    @Test
    void greysFollowTheStandardOnThatScreen() {
        open();
        int[] plain = drawn();
        maker.calibrationProperty().set(screen);
        int[] shown = drawn();
        for (double[] wanted : WANTED) {
            int at = IntStream.range(0, plain.length)
                    .filter(i -> (plain[i] & 0xFF) == (int) wanted[0])
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no P-value " + wanted[0]));
            int nearest = 0;
            for (int level = 1; level < 256; level++) {
                if (Math.abs(dark(level) + AMBIENT - wanted[1]) < Math.abs(dark(nearest) + AMBIENT - wanted[1])) {
                    nearest = level;
                }
            }
            assertEquals(0xFF000000 | nearest * 0x010101, shown[at], "P-value " + wanted[0]);
        }
    }

    @Test
    void aPictureDrawnAgainGoesThroughTheCurveOnce() {
        open();
        int[] plain = drawn();
        maker.calibrationProperty().set(screen);
        drawn();
        drawn();
        int[] third = drawn();
        int changed = 0;
        for (int i = 0; i < plain.length; i++) {
            int level = screen.drivingLevel(plain[i] & 0xFF);
            assertEquals(level, third[i] & 0xFF, "P-value " + (plain[i] & 0xFF));
            changed += level == screen.drivingLevel(level) ? 0 : 1;
        }
        assertNotEquals(0, changed, "a second pass would not be noticed");
        maker.calibrationProperty().set(null);
        org.junit.jupiter.api.Assertions.assertArrayEquals(plain, drawn());
    }

    @Test
    void coloursAreLeftAsTheyAre() {
        open();
        view.data(d -> d.withPalette(Palettes.of("hot-iron").orElseThrow()));
        int[] plain = drawn();
        maker.calibrationProperty().set(screen);
        org.junit.jupiter.api.Assertions.assertArrayEquals(plain, drawn());
    }
}
