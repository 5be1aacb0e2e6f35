package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.TransferFunction;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.GrowingVolume;
import org.readingroom.viewer.volume.Volume;

/// What is drawn from slices that are not here is hatched, and nothing else is.
// [utest->req~volume.growing~1]
class IncompleteHatchTest {
    private static final int DEPTH = 11;

    @Test
    void onlyWhatTouchesMissingSlicesIsHatched() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(new TestFrames(DEPTH, p -> 0).set());
        for (int k = 0; k <= 5; k++) {
            growing.arrived(k, slice());
        }
        Volume half = growing.snapshot().orElseThrow().volume();
        // a coronal cut: rows are 2 mm apart from the last slice at the top to the first at the bottom
        ResolvedView coronal = view(half, new Vec3(0, 1, 0), new Vec3(0, 0, 1), Slab.THIN);
        int[] picture = draw(coronal);
        for (int y = 0; y < coronal.height(); y++) {
            double z = coronal.origin().z() + y * coronal.dv().z();
            boolean hatched = false;
            for (int x = 0; x < coronal.width(); x++) {
                int argb = picture[y * coronal.width() + x];
                hatched |= (argb & 0xFF) != (argb >> 16 & 0xFF);
            }
            assertEquals(z > 5, hatched, "row at slice " + z);
        }
        assertTrue(isGrey(view(half, new Vec3(0, 0, 1), new Vec3(0, -1, 0), Slab.THIN, 3)), "axial, all there");
        assertTrue(
                !isGrey(view(half, new Vec3(0, 0, 1), new Vec3(0, -1, 0), new Slab(12, Slab.Projection.MEAN), 3)),
                "axial slab that reaches slice 6");
        for (int k = 6; k < DEPTH; k++) {
            growing.arrived(k, slice());
        }
        Volume whole = growing.snapshot().orElseThrow().volume();
        assertTrue(isGrey(view(whole, new Vec3(0, 1, 0), new Vec3(0, 0, 1), Slab.THIN)), "nothing missing");
    }

    @Test
    void aGrowingVolumeIsRenderedAsTheSlicesComeAndHatchedUntilTheyAreHere() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(new TestFrames(DEPTH, p -> 0).set());
        growing.arrived(0, slice());
        TransferFunction transfer = new TransferFunction(
                List.of(new TransferFunction.Node(50, 0xFFFFFF, 0), new TransferFunction.Node(100, 0xFFFFFF, 0.9)));
        try (CpuRenderer kept = new CpuRenderer()) {
            for (int k = 1; k < DEPTH; k++) {
                growing.arrived(k, k > 3 && k < 7 ? slice() : slice((short) 0));
                Volume volume = growing.snapshot().orElseThrow().volume();
                ResolvedScene scene = new SceneRequest(
                                volume, Camera.front(volume, 40), transfer, true, ClipBox.whole(volume), Quality.FULL)
                        .resolve(ViewResolver.PictureSize.pixels(40, 40));
                int[] picture = new int[1600];
                int[] fresh = new int[1600];
                kept.render(scene, IntBuffer.wrap(picture));
                try (CpuRenderer renderer = new CpuRenderer()) {
                    renderer.render(scene, IntBuffer.wrap(fresh));
                }
                assertArrayEquals(fresh, picture, "slice " + k);
                boolean hatched = Arrays.stream(picture).anyMatch(argb -> (argb & 0xFF) != (argb >> 16 & 0xFF));
                assertEquals(k < DEPTH - 1, hatched, "slice " + k);
            }
        }
    }

    @Test
    void aCurvedReformatIsHatchedWhereSlicesAreMissing() throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(new TestFrames(DEPTH, p -> 0).set());
        for (int k = 0; k <= 5; k++) {
            growing.arrived(k, slice());
        }
        Volume half = growing.snapshot().orElseThrow().volume();
        Vec3 middle = half.centre();
        Vec3 up = half.voxelToWorld().z();
        ResolvedCurve curve = new CurvedRequest(
                        List.of(middle.minus(up.times(5)), middle, middle.plus(up.times(5))),
                        CurvedRequest.Kind.STRAIGHTENED,
                        20,
                        0.5,
                        new Vec3(1, 0, 0))
                .resolve(half, look());
        int[] picture = new int[curve.width() * curve.height()];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(curve, IntBuffer.wrap(picture));
        }
        for (int y = 0; y < curve.height(); y++) {
            double z = curve.rows().get(y).origin().z();
            boolean hatched = Arrays.stream(picture, y * curve.width(), (y + 1) * curve.width())
                    .anyMatch(argb -> (argb & 0xFF) != (argb >> 16 & 0xFF));
            assertEquals(z > 5, hatched, "row at slice " + z);
        }
    }

    private static boolean isGrey(ResolvedView view) {
        return Arrays.stream(draw(view)).allMatch(argb -> (argb & 0xFF) == (argb >> 16 & 0xFF));
    }

    private static GreySlice slice() {
        return slice((short) 100);
    }

    private static GreySlice slice(short value) {
        short[] samples = new short[TestFrames.SIDE * TestFrames.SIDE];
        Arrays.fill(samples, value);
        return GreySlice.of(TestFrames.SIDE, TestFrames.SIDE, samples, 1, 0);
    }

    private static ResolvedView view(Volume volume, Vec3 normal, Vec3 up, Slab slab) {
        return view(volume, normal, up, slab, (DEPTH - 1) / 2.0);
    }

    private static ResolvedView view(Volume volume, Vec3 normal, Vec3 up, Slab slab, double sliceAt) {
        Vec3 centre = volume.voxelToWorld().apply(new Vec3(7.5, 7.5, sliceAt));
        return new ReformatRequest(ReformatRequest.plane(centre, normal, up), 16, 22, 1, slab).resolve(volume, look());
    }

    private static ViewResolver.Look look() {
        Voi voi = Voi.Window.linear(100, 400);
        return new ViewResolver.Look(voi, false, new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR));
    }

    private static int[] draw(ResolvedView view) {
        int[] picture = new int[view.width() * view.height()];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, IntBuffer.wrap(picture));
        }
        return picture;
    }
}
