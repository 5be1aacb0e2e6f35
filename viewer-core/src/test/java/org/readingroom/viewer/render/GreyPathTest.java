package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// From samples to colours, one row of pixels at a time.
// [utest->req~view.voi~1]
// [utest->req~view.padding-black~1]
class GreyPathTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    /// PS3.3 C.11.2.1.2.1 works these out: c=2048, w=4096 maps 0 to 0 and 4095 to 255; c=2048, w=1 is a threshold
    /// that puts 2047 at 0 and 2048 at 255.
    @Test
    void linearWindowsFollowTheWorkedExamplesOfTheStandard() {
        assertArrayEquals(
                new int[] {0, 0, 128, 255, 255}, greys(Voi.Window.linear(2048, 4096), -1, 0, 2048, 4095, 4096));
        assertArrayEquals(new int[] {0, 0, 255, 255}, greys(Voi.Window.linear(2048, 1), 0, 2047, 2048, 4095));
        assertArrayEquals(new int[] {0, 0, 255, 255}, greys(Voi.Window.linear(0, 2), -2, -1, 0, 1));
        assertArrayEquals(new int[] {0, 0, 129, 255, 255}, greys(Voi.Window.linear(0, 100), -51, -50, 0, 49, 50));
    }

    @Test
    void exactLinearWindowsHaveNoHalfValueShift() {
        Voi exact = new Voi.Window(0, 100, Voi.Function.LINEAR_EXACT, "");
        assertArrayEquals(new int[] {0, 0, 128, 255, 255}, greys(exact, -51, -50, 0, 50, 51));
    }

    @Test
    void sigmoidsAgreeWithTheFormulaOfTheStandard() {
        Voi sigmoid = new Voi.Window(100, 300, Voi.Function.SIGMOID, "");
        for (int value = -2000; value <= 2000; value += 7) {
            double expected = 255 / (1 + Math.exp(-4.0 * (value - 100) / 300));
            assertEquals(expected, greys(sigmoid, value)[0], 0.51, "at " + value);
        }
    }

    @Test
    void tablesMapEntryByEntryAndHoldTheirEnds() {
        Voi table = new Voi.Table(-2, 8, new int[] {0, 10, 200, 255}, "");
        assertArrayEquals(new int[] {0, 0, 10, 200, 255, 255}, greys(table, -9, -2, -1, 0, 1, 9));
    }

    @Test
    void inversionComesAfterTheWindowAndBeforeThePalette() {
        Palette iron = Palettes.of("hot-iron").orElseThrow();
        Volume volume = row(GreySlice.of(3, 1, new short[] {0, 128, 255}, 1, 0));
        int[] colours = draw(volume, Voi.Window.linear(128, 256), true, iron, Interpolation.NEAREST);
        assertArrayEquals(new int[] {iron.argb(255), iron.argb(127), iron.argb(0)}, colours);
    }

    @Test
    void modalityScaleIsAppliedBeforeTheWindow() {
        Volume volume = row(GreySlice.of(3, 1, new short[] {924, 1024, 1124}, 0.5f, -512));
        assertArrayEquals(
                new int[] {0, 129, 255},
                reds(draw(volume, Voi.Window.linear(0, 100), false, Palettes.GREY, Interpolation.NEAREST)));
    }

    @Test
    void paddingIsBlackEvenWhenInvertedAndBleedsIntoNoNeighbour() {
        var padding = new GreySlice.PaddingRange((short) -2000, (short) -2000);
        Volume volume = row(GreySlice.of(4, 1, new short[] {-2000, 100, 100, 100}, 1, 0, padding));
        for (Interpolation interpolation : Interpolation.values()) {
            int[] colours = draw(volume, Voi.Window.linear(100, 50), true, Palettes.GREY, interpolation);
            assertEquals(BLACK, colours[0], interpolation.name());
            for (int x = 1; x < 4; x++) {
                assertEquals(colours[3], colours[x], interpolation + " at " + x);
            }
        }
    }

    @Test
    void outsideTheImageIsBlackEvenWhenInverted() {
        Volume volume = row(GreySlice.of(2, 1, new short[] {0, 0}, 1, 0));
        ResolvedView view = view(volume, Voi.Window.linear(128, 256), true, Palettes.GREY, Interpolation.LINEAR, 2, 3);
        int[] picture = render(view);
        assertArrayEquals(new int[] {BLACK, BLACK, WHITE, WHITE, BLACK, BLACK}, picture);
    }

    @Test
    void colourKeepsItsColoursWhateverTheWindow() {
        int[] pixels = {0xFFFF0000, 0xFF00FF00, 0xFF123456};
        Volume volume = row(new ColourSlice(3, 1, pixels));
        assertArrayEquals(
                pixels, draw(volume, Voi.Window.linear(0, 1), false, Palettes.GREY_INVERTED, Interpolation.LINEAR));
    }

    private static int[] greys(Voi voi, int... values) {
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (short) values[i];
        }
        Volume volume = row(GreySlice.of(values.length, 1, samples, 1, 0));
        return reds(draw(volume, voi, false, Palettes.GREY, Interpolation.NEAREST));
    }

    private static int[] reds(int[] argb) {
        int[] reds = argb.clone();
        for (int i = 0; i < reds.length; i++) {
            reds[i] = reds[i] >> 16 & 0xFF;
        }
        return reds;
    }

    private static Volume row(Slice slice) {
        AffineMap unit = AffineMap.IDENTITY;
        return new Volume(List.of(slice), unit, false);
    }

    private static int[] draw(Volume volume, Voi voi, boolean inverse, Palette palette, Interpolation interpolation) {
        return render(view(volume, voi, inverse, palette, interpolation, volume.columns(), volume.rows()));
    }

    private static int[] render(ResolvedView view) {
        int[] picture = new int[view.width() * view.height()];
        new CpuRenderer().render(view, IntBuffer.wrap(picture));
        return picture;
    }

    private static ResolvedView view(
            Volume volume,
            Voi voi,
            boolean inverse,
            Palette palette,
            Interpolation interpolation,
            int width,
            int height) {
        ViewPlane plane = new ViewPlane(volume.centre(), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        DataPresentation data = new DataPresentation(voi, inverse, palette, interpolation);
        return ViewResolver.resolve(
                volume,
                plane,
                Slab.THIN,
                ViewPresentation.FIT,
                new ViewResolver.Look(voi, inverse, data),
                PictureSize.pixels(width, height));
    }
}
