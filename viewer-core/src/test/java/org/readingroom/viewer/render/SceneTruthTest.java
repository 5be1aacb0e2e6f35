package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;

/// Quick rays give the picture of plain ones.
// [utest->req~view.volume-rendering~1]
class SceneTruthTest {
    private static final int SIDE = 64;
    private static final double[][] TURNS = {{0, 0}, {37, 21}, {90, 0}, {-118, -64}};

    @Test
    void everyPresetShowsAChestAsPlainRaysDo() throws WorkstationException {
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct-chest-lidc0314"));
        Volume chest = VolumeAssembler.assemble(study.sets().getFirst(), study, Progress.IGNORED)
                .volume();
        for (TransferPresets.Preset preset : TransferPresets.all()) {
            for (double[] turn : TURNS) {
                Camera camera =
                        Camera.front(chest, SIDE).orbited(turn[0], turn[1]).zoomed(1.4);
                compare(
                        preset,
                        new SceneRequest(chest, camera, preset.function(), true, ClipBox.whole(chest), Quality.FULL));
            }
        }
    }

    @Test
    void clippedNoiseWithPaddingIsShownAsPlainRaysDo() {
        for (float[] slopes : new float[][] {{1}, {0.5f, 0.8f, 0.3f}, {-1}}) {
            Volume volume = noise(slopes);
            ClipBox clip = new ClipBox(new Vec3(3.5, -0.5, 2), new Vec3(55, 40.2, 20.5));
            for (TransferPresets.Preset preset : TransferPresets.all()) {
                for (double[] turn : TURNS) {
                    Camera camera = Camera.front(volume, SIDE).orbited(turn[0], turn[1]);
                    compare(preset, new SceneRequest(volume, camera, preset.function(), true, clip, Quality.FULL));
                    compare(preset, new SceneRequest(volume, camera, preset.function(), false, clip, Quality.FULL));
                }
            }
        }
    }

    private static void compare(TransferPresets.Preset preset, SceneRequest request) {
        assertEquals(0, largest(request), 1.01, preset.id() + " " + request.camera());
        // what still shines through when a ray ends early
        SceneRequest fast = request.withQuality(Quality.FAST);
        assertEquals(0, largest(fast), 3.5, preset.id() + " fast " + request.camera());
    }

    /// How far any channel of any element is from that of plain rays.
    private static double largest(SceneRequest request) {
        ResolvedScene scene = request.resolve(PictureSize.pixels(SIDE, SIDE));
        int[] picture = new int[scene.width() * scene.height()];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(scene, IntBuffer.wrap(picture));
        }
        PlainScene plain = new PlainScene(scene);
        return IntStream.range(0, picture.length)
                .parallel()
                .mapToDouble(at -> {
                    double[] expected = plain.ray(at % scene.width(), at / scene.width());
                    double apart = 0;
                    for (int c = 0; c < 3; c++) {
                        apart = Math.max(apart, Math.abs(expected[c] - (picture[at] >> 16 - 8 * c & 0xFF)));
                    }
                    return apart;
                })
                .max()
                .orElseThrow();
    }

    private static Volume noise(float[] slopes) {
        Random random = new Random(7);
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 27; k++) {
            short[] samples = new short[60 * 43];
            for (int i = 0; i < samples.length; i++) {
                double wave = 900 * Math.sin(i % 60 / 7.0 + k / 3.0) * Math.cos(i / 60 / 6.0);
                samples[i] = (short) (wave + random.nextInt(60) - 200);
                if (i % 60 > 45 && k > 12) {
                    samples[i] = -2000;
                }
            }
            slices.add(GreySlice.of(
                    60,
                    43,
                    samples,
                    slopes[k % slopes.length],
                    10 * (k % slopes.length),
                    new GreySlice.PaddingRange((short) -2000, (short) -2000)));
        }
        return new Volume(slices, FormulaPhantom.turned(), true);
    }
}
