package org.readingroom.viewer.gpu.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.render.PictureTooLargeException;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.Processing;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// The graphics card and the processor draw the same pictures, whatever OpenGL is there.
@Tag("gpu")
// [utest->req~view.renderers-agree~1]
class RenderersAgreeTest {
    private static final int SIDE = 60;
    private static final CpuRenderer CPU = new CpuRenderer();
    private static @org.jspecify.annotations.Nullable JoglRenderer gpu;

    @BeforeAll
    static void open() throws RenderException {
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

    @Test
    void theyAgreeWithinOneStepOnTheWholeMatrix() throws RenderException {
        List<Volume> volumes = List.of(
                noise(1, new float[] {1}, false),
                noise(24, new float[] {1}, false),
                noise(24, new float[] {0.5f, 0.8f, 0.3f}, false),
                noise(24, new float[] {-1}, true));
        Voi[] vois = {
            Voi.Window.linear(40, 400),
            new Voi.Window(-200, 900, Voi.Function.LINEAR_EXACT, ""),
            new Voi.Window(100, 500, Voi.Function.SIGMOID, ""),
            table()
        };
        Palette iron = Palettes.of("hot-iron").orElseThrow();
        int pictures = 0;
        long apart = 0;
        for (Volume volume : volumes) {
            for (Interpolation interpolation : Interpolation.values()) {
                for (double turn : new double[] {0, 90, 33}) {
                    for (boolean flip : new boolean[] {false, true}) {
                        for (Voi voi : vois) {
                            // a table is a staircase: a hair's breadth between two values may be a whole step
                            boolean steps = voi instanceof Voi.Table && interpolation == Interpolation.LINEAR;
                            for (Slab slab : slabs(volume)) {
                                boolean inverse = pictures % 2 == 1;
                                Palette palette = pictures % 3 == 0 ? iron : Palettes.GREY;
                                ResolvedView view =
                                        view(volume, interpolation, turn, flip, voi, slab, inverse, palette);
                                apart += compare(view, steps ? 40 : 1, pictures++);
                            }
                        }
                    }
                }
            }
        }
        System.out.printf(
                "renderers agree: %d pictures of %d x %d on %s, %.4f %% of pixels one step apart%n",
                pictures, SIDE, SIDE, gpu().describe(), 100.0 * apart / pictures / SIDE / SIDE);
        assertTrue(apart < 0.005 * pictures * SIDE * SIDE, apart + " pixels apart");
    }

    @Test
    void theyAgreeOnThresholdsWhereValuesAreWhole() throws RenderException {
        Volume volume = noise(24, new float[] {1}, false);
        for (double turn : new double[] {0, 45}) {
            Voi threshold = Voi.Window.linear(10, 1);
            compare(view(volume, Interpolation.NEAREST, turn, false, threshold, Slab.THIN, false, Palettes.GREY), 0, 0);
        }
    }

    @Test
    void theyAgreeOnSlabsAlongEveryAxis() throws RenderException {
        Volume volume = noise(24, new float[] {0.5f, 0.8f, 0.3f}, false);
        Voi voi = Voi.Window.linear(40, 400);
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        AffineMap map = volume.voxelToWorld();
        int pictures = 0;
        for (Vec3 normal : List.of(map.x(), map.y(), map.z(), new Vec3(1, 0.4, -0.3), new Vec3(-0.2, -1, 0.5))) {
            for (Slab.Projection projection : Slab.Projection.values()) {
                for (double thickness : new double[] {0.5, 3.1, 100}) {
                    ViewPlane plane = ReformatRequest.plane(volume.centre(), normal, normal.cross(new Vec3(3, 2, 1)));
                    ResolvedView view = ViewResolver.resolve(
                            volume,
                            plane,
                            new Slab(thickness, projection),
                            new ViewPresentation(1.1, 0.3, 0.2, 20, false),
                            new ViewResolver.Look(voi, false, data),
                            PictureSize.pixels(SIDE, SIDE));
                    compare(view, 1, pictures++);
                }
            }
        }
    }

    @Test
    void theyAgreeOnASecondVolumeLaidOver() throws RenderException {
        Volume base = noise(24, new float[] {1}, false);
        Volume over = noise(20, new float[] {0.5f, 0.8f, 0.3f}, true);
        Palette steps = Palettes.of("hot-metal-blue").orElseThrow();
        Voi voi = Voi.Window.linear(40, 400);
        AffineMap registration =
                new AffineMap(new Vec3(0.8, 0.6, 0), new Vec3(-0.6, 0.8, 0), new Vec3(0, 0, 1), new Vec3(3, 2, -4));
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        ViewResolver.Look overlayLook = new ViewResolver.Look(
                Voi.Window.linear(0, 900), false, new DataPresentation(null, false, steps, Interpolation.LINEAR));
        for (Fusion.Blend blend : Fusion.Blend.values()) {
            for (Slab slab : slabs(base)) {
                ResolvedView view = ViewResolver.resolve(
                        base,
                        ReformatRequest.plane(base.centre(), new Vec3(1, 2, 3), new Vec3(0, 0, 1)),
                        slab,
                        new ViewPresentation(1.3, 1, 0, 30, true),
                        new ViewResolver.Look(voi, false, data),
                        PictureSize.pixels(SIDE, SIDE),
                        ViewExtras.NONE.withFusion(new Fusion(over, registration, overlayLook, 0.45, blend)));
                compareMixed(view);
            }
        }
    }

    /// A step of the overlay's palette may be several levels of a channel, so that both neighbours of the step
    /// count.
    private static void compareMixed(ResolvedView view) throws RenderException {
        ResolvedView.Overlay overlay = java.util.Objects.requireNonNull(view.overlay());
        int[] expected = cpu(view);
        int[] seen = onCard(view);
        int[] indices = CpuRenderer.indices(overlay.view());
        Palette palette = overlay.view().palette();
        int apart = 0;
        for (int i = 0; i < seen.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int jump = 0;
                for (int step = -1; step <= 1 && indices[i] >= 0; step++) {
                    int near = palette.argb(Math.clamp(indices[i] + step, 0, 255)) >> shift & 0xFF;
                    jump = Math.max(jump, Math.abs(near - (palette.argb(indices[i]) >> shift & 0xFF)));
                }
                int difference = Math.abs((expected[i] >> shift & 0xFF) - (seen[i] >> shift & 0xFF));
                if (difference > 1 + Math.ceil(jump * overlay.opacity())) {
                    apart++;
                }
            }
        }
        // on the outline of the overlay or of its padding a position may fall in or out by rounding
        assertTrue(apart < 3 * 12, apart + " channels apart in " + view.slab());
    }

    @Test
    void aSecondVolumeBeyondTheCardLeavesNothingBehindInTheNextPicture() throws RenderException {
        Volume base = noise(24, new float[] {1}, false);
        // far more bytes than the card has room for, all of them the same slice
        Volume huge = new Volume(
                java.util.Collections.nCopies(600, GreySlice.of(1024, 1024, new short[1 << 20], 1, 0)),
                base.voxelToWorld(),
                true);
        Voi voi = Voi.Window.linear(40, 400);
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        ViewResolver.Look look = new ViewResolver.Look(voi, false, data);
        ViewPlane plane = ReformatRequest.plane(base.centre(), new Vec3(0, 0, 1), new Vec3(0, -1, 0));
        ResolvedView fused = ViewResolver.resolve(
                base,
                plane,
                Slab.THIN,
                new ViewPresentation(3, 0, 0, 0, false),
                look,
                PictureSize.pixels(SIDE, SIDE),
                ViewExtras.NONE.withFusion(new Fusion(huge, AffineMap.IDENTITY, look, 0.3, Fusion.Blend.EVEN)));
        org.junit.jupiter.api.Assertions.assertThrows(PictureTooLargeException.class, () -> onCard(fused));
        // a small picture with an empty border: what was drawn before must not shine through it
        ResolvedView small = ViewResolver.resolve(
                base,
                plane,
                Slab.THIN,
                new ViewPresentation(0.4, 0, 0, 0, false),
                look,
                PictureSize.pixels(SIDE, SIDE));
        int[] expected = cpu(small);
        int[] seen = onCard(small);
        int apart = 0;
        for (int i = 0; i < seen.length; i++) {
            assertEquals(0xFF, seen[i] >>> 24, "opaque");
            apart += Math.abs((expected[i] & 0xFF) - (seen[i] & 0xFF)) > 1 ? 1 : 0;
        }
        assertTrue(apart < 6, apart + " elements show something else");
    }

    @Test
    void theyAgreeOnProcessing() throws RenderException {
        Volume volume = noise(24, new float[] {1}, false);
        Voi voi = Voi.Window.linear(40, 900);
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        for (Processing processing : List.of(
                Processing.NONE.withMedian(true).withSharpen(1),
                Processing.NONE.withSmooth(0.7),
                Processing.NONE.withGamma(1.8))) {
            ResolvedView view = ViewResolver.resolve(
                    volume,
                    ReformatRequest.plane(volume.centre(), new Vec3(1, 2, 3), new Vec3(0, 0, 1)),
                    Slab.THIN,
                    new ViewPresentation(2, 0, 0, 0, false),
                    new ViewResolver.Look(voi, false, data),
                    PictureSize.pixels(SIDE, SIDE),
                    ViewExtras.NONE.withProcessing(processing));
            compare(view, 2, 0);
        }
    }

    @Test
    void theyAgreeOnColour() throws RenderException {
        Random random = new Random(5);
        int[] argb = random.ints(60 * 50).map(i -> i | 0xFF000000).toArray();
        Volume volume = new Volume(List.of(new ColourSlice(60, 50, argb)), AffineMap.IDENTITY, false);
        for (Interpolation interpolation : Interpolation.values()) {
            for (double turn : new double[] {0, 20}) {
                ResolvedView view = view(
                        volume, interpolation, turn, true, Voi.Window.linear(0, 1), Slab.THIN, true, Palettes.GREY);
                int[] a = cpu(view);
                int[] b = onCard(view);
                for (int i = 0; i < a.length; i++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        int difference = Math.abs((a[i] >> shift & 0xFF) - (b[i] >> shift & 0xFF));
                        assertTrue(difference <= 1, interpolation + " at " + i + " differs by " + difference);
                    }
                }
            }
        }
    }

    /// Compares by palette index, which a picture in grey is.
    private static long compare(ResolvedView view, int tolerance, int number) throws RenderException {
        int[] expected = CpuRenderer.indices(view);
        int[] colours = onCard(view);
        Palette palette = view.palette();
        long apart = 0;
        for (int i = 0; i < colours.length; i++) {
            if (expected[i] < 0) {
                // On the outline a position may fall in or out by rounding.
                apart += colours[i] == 0xFF000000 ? 0 : 1;
                continue;
            }
            int best = 256;
            for (int step = 0; step <= Math.max(tolerance, 1) && best > step; step++) {
                if (is(palette, expected[i] - step, colours[i]) || is(palette, expected[i] + step, colours[i])) {
                    best = step;
                }
            }
            boolean outline = best > tolerance && colours[i] == 0xFF000000 && isOutline(expected, i);
            assertTrue(
                    best <= tolerance || outline,
                    "picture " + number + " at " + i % SIDE + ", " + i / SIDE + ": processor " + expected[i] + ", card "
                            + Integer.toHexString(colours[i]) + " " + view);
            apart += best == 0 ? 0 : 1;
        }
        return apart;
    }

    private static boolean is(Palette palette, int index, int argb) {
        return index >= 0 && index < 256 && palette.argb(index) == argb;
    }

    private static boolean isOutline(int[] indices, int i) {
        int x = i % SIDE;
        int y = i / SIDE;
        return x == 0
                || y == 0
                || x == SIDE - 1
                || y == SIDE - 1
                || indices[i - 1] < 0
                || indices[i + 1] < 0
                || indices[i - SIDE] < 0
                || indices[i + SIDE] < 0;
    }

    private static int[] cpu(ResolvedView view) {
        int[] picture = new int[view.width() * view.height()];
        CPU.render(view, IntBuffer.wrap(picture));
        return picture;
    }

    private static int[] onCard(ResolvedView view) throws RenderException {
        IntBuffer buffer = ByteBuffer.allocateDirect(4 * view.width() * view.height())
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        gpu().render(view, buffer);
        int[] picture = new int[view.width() * view.height()];
        buffer.get(0, picture);
        return picture;
    }

    private static JoglRenderer gpu() {
        return java.util.Objects.requireNonNull(gpu);
    }

    private static List<Slab> slabs(Volume volume) {
        if (volume.depth() == 1) {
            return List.of(Slab.THIN);
        }
        return List.of(
                Slab.THIN,
                new Slab(6, Slab.Projection.MAXIMUM),
                new Slab(6, Slab.Projection.MINIMUM),
                new Slab(6, Slab.Projection.MEAN),
                new Slab(11, Slab.Projection.SUM));
    }

    private static Voi table() {
        int[] values = new int[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) Math.round(1023 * Math.pow(i / 599.0, 0.7));
        }
        return new Voi.Table(-250, 10, values, "");
    }

    /// Smooth waves with noise on them, -500 to 500, some padding where wanted.
    private static Volume noise(int depth, float[] slopes, boolean padded) {
        Random random = new Random(11);
        List<Slice> slices = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            short[] samples = new short[48 * 40];
            for (int i = 0; i < samples.length; i++) {
                samples[i] =
                        (short) (400 * Math.sin(i % 48 / 9.0 + k) * Math.cos(i / 48 / 7.0) + random.nextInt(100) - 50);
                if (padded && random.nextInt(40) == 0) {
                    samples[i] = -2000;
                }
            }
            slices.add(GreySlice.of(
                    48,
                    40,
                    samples,
                    slopes[k % slopes.length],
                    10,
                    padded ? new GreySlice.PaddingRange((short) -2000, (short) -2000) : null));
        }
        AffineMap map =
                new AffineMap(new Vec3(0.9, 0.1, 0), new Vec3(-0.1, 0.9, 0), new Vec3(0, 0.2, 1.7), new Vec3(5, -3, 2));
        return new Volume(slices, map, true);
    }

    private static ResolvedView view(
            Volume volume,
            Interpolation interpolation,
            double turn,
            boolean flip,
            Voi voi,
            Slab slab,
            boolean inverse,
            Palette palette) {
        Vec3 right = volume.voxelToWorld().x().unit();
        Vec3 into = volume.depth() == 1
                ? right.cross(volume.voxelToWorld().y()).unit()
                : right.cross(volume.voxelToWorld().y())
                        .plus(new Vec3(0.3, 0.2, 0))
                        .unit();
        Vec3 down = into.cross(right).unit();
        ViewPlane plane = new ViewPlane(volume.centre(), down.cross(into), down);
        DataPresentation data = new DataPresentation(voi, false, palette, interpolation);
        return ViewResolver.resolve(
                volume,
                plane,
                slab,
                new ViewPresentation(1.3, 1.7, -0.6, turn, flip),
                new ViewResolver.Look(voi, inverse, data),
                PictureSize.pixels(SIDE, SIDE));
    }
}
