package org.readingroom.viewer.gpu.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Volume renderings and curved reformats of the graphics card are those of the processor, whatever OpenGL is
/// there.
@Tag("gpu")
// [utest->req~view.renderers-agree~1]
class RaysAgreeTest {
    private static final int SIDE = 60;
    private static final double[][] TURNS = {{0, 0}, {37, 21}, {90, 0}, {-118, -64}};
    private static final CpuRenderer CPU = new CpuRenderer();
    private static @org.jspecify.annotations.Nullable JoglRenderer gpu;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display, so no OpenGL");
        try {
            gpu = (JoglRenderer) JoglCard.any().open();
        } catch (RenderException e) {
            Assumptions.abort("skipped: no OpenGL 3.3 here (" + e.messageKey() + ")");
        }
    }

    @AfterAll
    static void everythingIsGivenBack() {
        if (gpu != null) {
            gpu.close();
            assertEquals(0, gpu.memory().liveObjects(), "objects alive on the card");
            assertEquals(0, gpu.memory().liveBytes(), "bytes alive on the card");
        }
    }

    /// Every channel of every element within one level, but for one element in a thousand: there a sample falls
    /// on the other side of a face, or of a padded voxel, by rounding.
    @Test
    void volumeRenderingsAgreeWithinALevel() throws RenderException {
        int pictures = 0;
        int apart = 0;
        for (Volume volume : List.of(
                noise(new float[] {1}, false),
                noise(new float[] {0.5f, 0.8f, 0.3f}, true),
                noise(new float[] {-1}, true))) {
            ClipBox clip = new ClipBox(new Vec3(3.5, -0.5, 2), new Vec3(43, 38.2, 20.5));
            for (TransferPresets.Preset preset : TransferPresets.all()) {
                for (double[] turn : TURNS) {
                    Camera camera = Camera.front(volume, SIDE).orbited(turn[0], turn[1]);
                    for (Quality quality : Quality.values()) {
                        boolean isShaded = pictures % 3 != 0;
                        SceneRequest request = new SceneRequest(
                                volume,
                                camera,
                                preset.function(),
                                isShaded,
                                pictures % 2 == 0 ? ClipBox.whole(volume) : clip,
                                quality);
                        int wrong = compare(request.resolve(PictureSize.pixels(SIDE, SIDE)));
                        assertTrue(wrong <= 4, preset.id() + " picture " + pictures + ": " + wrong + " elements apart");
                        apart += wrong;
                        pictures++;
                    }
                }
            }
        }
        System.out.printf("rays agree: %d pictures, %d elements more than a level apart%n", pictures, apart);
        assertTrue(apart < pictures * SIDE * SIDE / 1000, apart + " elements apart");
    }

    @Test
    void curvedReformatsAgreeWithinALevel() throws RenderException {
        Voi voi = Voi.Window.linear(40, 900);
        for (Volume volume : List.of(noise(new float[] {1}, false), noise(new float[] {0.5f, 0.8f, 0.3f}, true))) {
            Vec3 middle = volume.centre();
            List<Vec3> points = List.of(
                    middle.plus(new Vec3(-14, -10, -12)),
                    middle,
                    middle.plus(new Vec3(12, 3, 9)),
                    middle.plus(new Vec3(15, 14, 16)));
            for (Interpolation interpolation : Interpolation.values()) {
                DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, interpolation);
                for (CurvedRequest.Kind kind : CurvedRequest.Kind.values()) {
                    var curve = new CurvedRequest(points, kind, 60, 0.37, new Vec3(0.2, 1, 0.1))
                            .resolve(volume, new ViewResolver.Look(voi, interpolation == Interpolation.LINEAR, data));
                    // a position on the outline of the grid, or between two voxels, may fall either way by rounding
                    int wrong = compare(curve);
                    assertTrue(wrong <= curve.width() * curve.height() / 1000, kind + ": " + wrong + " elements apart");
                }
            }
        }
    }

    @Test
    void aPictureBeyondTheCardIsLeftToTheProcessor() {
        Volume volume = noise(new float[] {1}, false);
        SceneRequest request = new SceneRequest(
                volume,
                Camera.front(volume, 100_000),
                TransferPresets.all().getFirst().function(),
                true,
                ClipBox.whole(volume),
                Quality.FULL);
        assertThrows(
                PictureTooLargeException.class,
                () -> java.util.Objects.requireNonNull(gpu)
                        .render(request.resolve(PictureSize.pixels(100_000, 2)), buffer(200_000)));
    }

    /// Elements of which a channel is more than a level apart.
    private static int compare(ResolvedPicture picture) throws RenderException {
        int count = picture.width() * picture.height();
        int[] expected = new int[count];
        CPU.render(picture, IntBuffer.wrap(expected));
        IntBuffer seen = buffer(count);
        java.util.Objects.requireNonNull(gpu).render(picture, seen);
        int wrong = 0;
        int shown = 0;
        for (int i = 0; i < count; i++) {
            int apart = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                apart = Math.max(apart, Math.abs((expected[i] >> shift & 0xFF) - (seen.get(i) >> shift & 0xFF)));
            }
            wrong += apart > 1 ? 1 : 0;
            shown += expected[i] == 0xFF000000 ? 0 : 1;
        }
        assertTrue(shown > count / 20, "only " + shown + " elements show anything");
        return wrong;
    }

    private static IntBuffer buffer(int count) {
        return ByteBuffer.allocateDirect(4 * count)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    /// Waves through the values of every preset, with noise on them; padding in a corner where wanted.
    private static Volume noise(float[] slopes, boolean padded) {
        Random random = new Random(11);
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 24; k++) {
            float slope = slopes[k % slopes.length];
            short[] samples = new short[48 * 40];
            for (int i = 0; i < samples.length; i++) {
                double hu = 900 * Math.sin(i % 48 / 9.0 + k / 5.0) * Math.cos(i / 48 / 7.0) + random.nextInt(60) - 150;
                samples[i] = padded && k > 12 && i % 48 > 30 ? -8000 : (short) (hu / slope);
            }
            slices.add(GreySlice.of(
                    48,
                    40,
                    samples,
                    slope,
                    10,
                    padded ? new GreySlice.PaddingRange((short) -8000, (short) -8000) : null));
        }
        AffineMap map =
                new AffineMap(new Vec3(0.9, 0.1, 0), new Vec3(-0.1, 0.9, 0), new Vec3(0, 0.2, 1.7), new Vec3(5, -3, 2));
        return new Volume(slices, map, true);
    }
}
