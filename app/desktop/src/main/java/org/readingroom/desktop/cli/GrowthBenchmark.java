package org.readingroom.desktop.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.desktop.cli.Benchmarks.Figure;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;

/// What a volume costs as it has more slices: time a slice, and memory as a multiple of its own bytes.
///
/// Slices of noise of 512 x 512 pixels, made in memory, so that only assembling and cutting count.
// [impl->req~house.bench~1]
final class GrowthBenchmark {
    private static final int SIDE = 512;
    private static final int[] COUNTS = {100, 300, 1000, 2000};
    private static final PixelFormat FORMAT = new PixelFormat(SIDE, SIDE, 1, 16, 16, 15, true, "MONOCHROME2", 0);
    /// chosen: a volume that fills more of the heap that is left would measure the collector.
    private static final double MOST_OF_HEAP = 0.6;

    private GrowthBenchmark() {}

    /// `like` lends its header. Counts beyond `most`, and those for which the heap is too small, are left out.
    static List<Figure> run(DisplaySet like, int most) throws WorkstationException {
        List<Figure> figures = new ArrayList<>();
        for (int count : COUNTS) {
            long bytes = 2L * SIDE * SIDE * count;
            long before = settle();
            if (count > most || bytes > MOST_OF_HEAP * (Runtime.getRuntime().maxMemory() - before)) {
                break;
            }
            long begun = System.nanoTime();
            Volume volume = VolumeAssembler.assemble(stack(like, count), GrowthBenchmark::slice, Progress.IGNORED)
                    .volume();
            double ms = Benchmarks.millis(begun);
            begun = System.nanoTime();
            for (PlaneKind kind : List.of(PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL)) {
                PlaneStack planes = PlaneStack.of(volume, kind);
                Benchmarks.draw(
                        Benchmarks.view(volume, planes.plane(planes.count() / 2)),
                        new int[Benchmarks.SIDE * Benchmarks.SIDE]);
            }
            double planes = Benchmarks.millis(begun);
            figures.add(new Figure("grow-" + count, ms / count, "ms/slice", ""));
            figures.add(new Figure("grow-" + count + "-planes", planes, "ms", ""));
            figures.add(new Figure("grow-" + count + "-memory", (double) (peak() - before) / bytes, "x its bytes", ""));
        }
        return figures;
    }

    private static DisplaySet stack(DisplaySet like, int count) {
        ImageFrame frame = like.frames().getFirst();
        PixelSpacing spacing = new PixelSpacing(0.7, 0.7);
        List<ImageFrame> frames = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            ImagePlane plane = new ImagePlane(new Vec3(-180, -180, k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), spacing);
            frames.add(new ImageFrame(
                    frame.ref(),
                    FORMAT,
                    plane,
                    frame.frameOfReference(),
                    frame.scale(),
                    frame.modalityLut(),
                    frame.vois(),
                    frame.inverse(),
                    null,
                    null,
                    List.of(),
                    frame.facts()));
        }
        return new DisplaySet(
                "grow",
                like.study(),
                like.series(),
                like.modality(),
                "",
                frames,
                true,
                List.of(),
                DisplaySet.DERIVED,
                like.facts());
    }

    private static GreySlice slice(ImageFrame frame) {
        short[] samples = new short[SIDE * SIDE];
        int state = 1;
        for (int i = 0; i < samples.length; i++) {
            state = state * 1_103_515_245 + 12_345;
            samples[i] = (short) (state >>> 20);
        }
        return GreySlice.of(SIDE, SIDE, samples, 1, -1024);
    }

    /// Bytes in use once what is garbage is gone; peaks count from here.
    private static long settle() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
