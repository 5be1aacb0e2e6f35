package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.DefaultVoi;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.FrameVolume;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler;

/// What the benchmark measures, each by doing it: medians of repeated runs, at 1024² picture elements.
// [impl->req~house.bench~1]
final class Benchmarks {
    static final int SIDE = 1024;
    static final String USER = "bench";
    static final String PASSWORD = "a bench of wood";
    private static final int FRAMES = 60;

    private final Path series;

    Benchmarks(Path series) {
        this.series = series;
    }

    /// A figure with its unit. `budget` is what was promised, or empty.
    record Figure(String name, double value, String unit, String budget) {}

    /// Opens the folder cold and draws the middle frame.
    Figure firstPicture() throws WorkstationException, IOException {
        double[] ms = new double[5];
        for (int i = 0; i < ms.length; i++) {
            long begun = System.nanoTime();
            DicomPaths images = DicomPaths.open(series);
            DisplaySet set = images.largest();
            ImageFrame frame = set.frames().get(set.frames().size() / 2);
            draw(frameView(frame, slice(images, frame), null), new int[SIDE * SIDE]);
            ms[i] = millis(begun);
        }
        return new Figure("first-picture", median(ms), "ms", "300");
    }

    /// Steps through decoded frames, a picture each.
    Figure stackScroll() throws WorkstationException, IOException {
        DicomPaths images = DicomPaths.open(series);
        List<ImageFrame> frames = images.largest().frames();
        List<ResolvedView> views = new ArrayList<>();
        for (int i = 0; i < Math.min(FRAMES, frames.size()); i++) {
            views.add(frameView(frames.get(i), slice(images, frames.get(i)), null));
        }
        return new Figure("stack-scroll", perSecond(views), "frames/s", "60");
    }

    /// Decodes and draws frames that nobody has decoded yet.
    Figure coldScroll() throws WorkstationException, IOException {
        DicomPaths images = DicomPaths.open(series);
        List<ImageFrame> frames = images.largest().frames();
        int[] argb = new int[SIDE * SIDE];
        int count = Math.min(FRAMES, frames.size());
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            draw(frameView(frames.get(i), slice(images, frames.get(i)), null), argb);
        }
        return new Figure("cold-scroll", count * 1000 / millis(begun), "frames/s", "");
    }

    /// Drags the window over one frame.
    Figure windowDrag() throws WorkstationException, IOException {
        DicomPaths images = DicomPaths.open(series);
        DisplaySet set = images.largest();
        ImageFrame frame = set.frames().get(set.frames().size() / 2);
        Slice slice = slice(images, frame);
        List<ResolvedView> views = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            views.add(frameView(frame, slice, Voi.Window.linear(40 + i, 400 + 2 * i)));
        }
        return new Figure("window-drag", perSecond(views), "frames/s", "60");
    }

    /// Assembles the volume, then draws axial, coronal and sagittal through its middle.
    List<Figure> reformats() throws WorkstationException, IOException {
        DicomPaths images = DicomPaths.open(series);
        DisplaySet set = images.largest();
        long begun = System.nanoTime();
        Volume volume =
                VolumeAssembler.assemble(set, images::load, Progress.IGNORED).volume();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("assemble-" + set.frames().size() + "-frames", millis(begun), "ms", ""));
        List<ResolvedView> views = new ArrayList<>();
        for (PlaneKind kind : List.of(PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL)) {
            PlaneStack stack = PlaneStack.of(volume, kind);
            views.add(view(volume, stack.plane(stack.count() / 2)));
        }
        figures.add(new Figure("three-reformats", 3000 / perSecond(views), "ms", ""));
        Vec3 right = new Vec3(1, 0, 0);
        Vec3 down = new Vec3(0, Math.sqrt(0.5), -Math.sqrt(0.5));
        List<ResolvedView> oblique = List.of(view(volume, new ViewPlane(volume.centre(), right, down)));
        figures.add(new Figure("oblique", 1000 / perSecond(oblique), "ms", ""));
        return figures;
    }

    /// Imports the folder into a new home, which stays.
    Figure importing(Path folder) throws WorkstationException {
        try (Home home = Home.openOrCreate(folder)) {
            home.createFirstUser(USER, "Bench", PASSWORD.toCharArray());
            try (Session session = home.signIn(USER, PASSWORD.toCharArray())) {
                long begun = System.nanoTime();
                int imported = session.imports()
                        .importPaths(List.of(series), Progress.IGNORED)
                        .imported();
                return new Figure("import", imported * 1000 / millis(begun), "instances/s", "");
            }
        }
    }

    private static Slice slice(DicomPaths images, ImageFrame frame) throws WorkstationException {
        return SliceDecoder.slice(frame, images.load(frame.ref(), Priority.ON_SCREEN));
    }

    static ResolvedView frameView(ImageFrame frame, Slice slice, @org.jspecify.annotations.Nullable Voi voi) {
        Volume volume = FrameVolume.of(frame, slice);
        return resolve(
                volume,
                PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0),
                voi == null ? DefaultVoi.of(frame, slice) : voi,
                frame.inverse());
    }

    static ResolvedView view(Volume volume, ViewPlane plane) {
        return resolve(volume, plane, Voi.Window.linear(40, 400), false);
    }

    private static ResolvedView resolve(Volume volume, ViewPlane plane, Voi voi, boolean inverse) {
        DataPresentation data = new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR);
        return ViewResolver.resolve(
                volume,
                plane,
                Slab.THIN,
                ViewPresentation.FIT,
                new ViewResolver.Look(voi, inverse, data),
                ViewResolver.PictureSize.pixels(SIDE, SIDE));
    }

    /// Pictures a second over at least a second, after a run to warm up.
    static double perSecond(List<ResolvedView> views) {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < 2 * FRAMES; i++) {
            draw(views.get(i % views.size()), argb);
        }
        int count = 0;
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 1_000_000_000L) {
            draw(views.get(count % views.size()), argb);
            count++;
        }
        return count * 1000 / millis(begun);
    }

    static void draw(ResolvedView view, int[] argb) {
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, IntBuffer.wrap(argb));
        }
    }

    static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
