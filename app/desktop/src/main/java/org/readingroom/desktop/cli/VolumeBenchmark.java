package org.readingroom.desktop.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.readingroom.desktop.cli.Benchmarks.Figure;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GrowingVolume;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;

/// How soon the volume of a series in the local store can be cut, and how it is cut and rendered then.
// [impl->req~house.bench~1]
final class VolumeBenchmark {
    private static final int TRIES = 3;
    private static final int POSITIONS = 40;
    private static final int SCENE_SIDE = 512;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean CORES = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final DisplaySet set;
    private final DicomPaths files;
    private final Path home;

    VolumeBenchmark(Path series, Path home) throws WorkstationException, IOException {
        files = DicomPaths.open(series);
        set = files.largest();
        this.home = home;
    }

    /// From nothing decoded to the first plane, to a coarse whole and to all of it, out of the sealed store: as a
    /// program just started has it, and the best of a few. Then where the time went.
    List<Figure> arriving() throws WorkstationException {
        List<long[]> tries = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            try (Home opened = Home.openOrCreate(home);
                    Session session = opened.signIn(Benchmarks.USER, Benchmarks.PASSWORD.toCharArray())) {
                tries.add(arrival(session.frames()));
            }
        }
        List<Figure> figures = new ArrayList<>();
        String[] names = {"volume-first-plane", "volume-coarse", "volume-whole"};
        for (int i = 0; i < names.length; i++) {
            int at = i;
            double best = tries.stream().mapToLong(t -> t[at]).min().orElseThrow() / 1e6;
            figures.add(new Figure(names[i] + "-first-time", tries.getFirst()[i] / 1e6, "ms", ""));
            figures.add(new Figure(names[i], best, "ms", i == 2 ? "1000" : ""));
        }
        double cores = tries.stream().mapToLong(t -> t[3]).min().orElseThrow() / 1e6;
        double decoding = decoding();
        figures.add(new Figure("volume-whole-first-time-cores", tries.getFirst()[3] / 1e6, "core-ms", ""));
        figures.add(new Figure("volume-whole-cores", cores, "core-ms", ""));
        figures.add(new Figure("volume-decoding-alone", decoding, "core-ms", ""));
        figures.add(new Figure("volume-whole-by-decoding", cores / decoding, "ratio", ""));
        return figures;
    }

    /// Nanoseconds to the first plane, to the coronal one with a quarter of the slices, and to the whole; then those
    /// of all cores together.
    private long[] arrival(FrameLoader loader) throws WorkstationException {
        AtomicLong plane = new AtomicLong();
        AtomicLong coarse = new AtomicLong();
        long cores = CORES.getProcessCpuTime();
        long begun = System.nanoTime();
        GrowingVolume growing = GrowingVolume.of(set);
        VolumeAssembler.fill(
                growing,
                frame -> SliceDecoder.slice(frame, loader.load(frame.ref(), Priority.ON_SCREEN)),
                new Progress() {
                    @Override
                    public void at(long done, long total) {
                        sight(growing, done >= 1, plane, PlaneKind.AXIAL, begun);
                        sight(growing, done >= total / 4 + 3, coarse, PlaneKind.CORONAL, begun);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                });
        if (growing.snapshot().isEmpty()) {
            throw new IllegalStateException("every slice has arrived");
        }
        return new long[] {plane.get(), coarse.get(), System.nanoTime() - begun, CORES.getProcessCpuTime() - cores};
    }

    private static void sight(GrowingVolume growing, boolean isTime, AtomicLong seen, PlaneKind kind, long begun) {
        if (isTime && seen.compareAndSet(0, 1)) {
            growing.snapshot().ifPresent(so -> {
                draw(middle(so.volume(), kind));
                seen.set(System.nanoTime() - begun);
            });
        }
    }

    /// Milliseconds of one core for every frame, from files that are open.
    private double decoding() throws WorkstationException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (ImageFrame frame : set.frames()) {
                files.load(frame.ref(), Priority.ON_SCREEN);
            }
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6;
    }

    /// Three planes a picture, each elsewhere than before; and the volume from outside.
    List<Figure> cutting() throws WorkstationException {
        Volume volume =
                VolumeAssembler.assemble(set, files::load, Progress.IGNORED).volume();
        List<ResolvedView> views = new ArrayList<>();
        for (int i = 0; i < POSITIONS; i++) {
            for (PlaneKind kind : List.of(PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL)) {
                PlaneStack stack = PlaneStack.of(volume, kind);
                views.add(Benchmarks.view(volume, stack.plane(i * stack.count() / POSITIONS)));
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("three-planes-scroll", Benchmarks.perSecond(views) / 3, "frames/s", "30"));
        for (TransferPresets.Preset preset : TransferPresets.all()) {
            for (Quality quality : Quality.values()) {
                String name = "scene-" + preset.id() + (quality == Quality.FAST ? "-fast" : "");
                figures.add(
                        new Figure(name, scene(volume, preset, quality), "ms", quality == Quality.FAST ? "50" : "400"));
            }
        }
        return figures;
    }

    /// The best picture of a few while the volume is turned.
    private static double scene(Volume volume, TransferPresets.Preset preset, Quality quality) {
        double best = Double.POSITIVE_INFINITY;
        int[] argb = new int[SCENE_SIDE * SCENE_SIDE];
        try (CpuRenderer renderer = new CpuRenderer()) {
            for (int i = 0; i < 3 * TRIES; i++) {
                Camera camera =
                        Camera.front(volume, SCENE_SIDE).orbited(30 + i, 15).zoomed(1.3);
                SceneRequest request =
                        new SceneRequest(volume, camera, preset.function(), true, ClipBox.whole(volume), quality);
                long begun = System.nanoTime();
                renderer.render(
                        request.resolve(ViewResolver.PictureSize.pixels(SCENE_SIDE, SCENE_SIDE)), IntBuffer.wrap(argb));
                best = Math.min(best, Benchmarks.millis(begun));
            }
        }
        return best;
    }

    private static ResolvedView middle(Volume volume, PlaneKind kind) {
        PlaneStack stack = PlaneStack.of(volume, kind);
        return Benchmarks.view(volume, stack.plane(stack.count() / 2));
    }

    private static void draw(ResolvedView view) {
        Benchmarks.draw(view, new int[view.width() * view.height()]);
    }
}
