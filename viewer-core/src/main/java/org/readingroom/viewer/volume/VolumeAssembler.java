package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// Assembles the frames of a display set to a volume.
///
/// Evenly spaced frames share their samples with the stack; unevenly spaced ones are blended onto
/// an even grid at
/// their true positions, and the warnings say so.
public final class VolumeAssembler {
    private VolumeAssembler() {}

    /// A volume and what the reader must be told about it: message keys of the `viewer` bundle.
    public record AssembledVolume(Volume volume, List<String> warningKeys) {
        public AssembledVolume {
            warningKeys = List.copyOf(warningKeys);
        }
    }

    /// Hands out the slice of one frame of the display set; blocks while it is fetched and decoded.
    @FunctionalInterface
    public interface SliceSource {
        Slice slice(ImageFrame frame) throws WorkstationException;
    }

    /// Loads every frame, then assembles.
    ///
    /// **Thread:** any but `fx` and `gl`; blocks.
    /// **Errors:** [VolumeException] when the frames make no volume; what `loader` throws;
    /// [CancellationException] when `progress` is cancelled.
    public static AssembledVolume assemble(DisplaySet set, FrameLoader loader, Progress progress)
            throws WorkstationException {
        return assemble(set, frame -> decode(frame, loader), progress);
    }

    private static Slice decode(ImageFrame frame, FrameLoader loader) throws WorkstationException {
        StoredPixels pixels = loader.load(frame.ref(), Priority.PREFETCH);
        return SliceDecoder.slice(frame, pixels);
    }

    /// As above, with slices somebody else decodes and keeps.
    public static AssembledVolume assemble(DisplaySet set, SliceSource source, Progress progress)
            throws WorkstationException {
        GrowingVolume growing = GrowingVolume.of(set);
        fill(growing, source, progress);
        return growing.snapshot().orElseThrow(() -> new IllegalStateException("every slice has arrived"));
    }

    /// Brings every slice of `growing` in, on all cores, in its order; it can be cut meanwhile.
    ///
    /// **Thread:** any but `fx` and `gl`; blocks. `source` and `progress` are called from several threads.
    /// **Errors:** what `source` throws, once the other cores have ended their slice; [CancellationException]
    /// when `progress` is cancelled.
    // [impl->req~volume.growing~1]
    public static void fill(GrowingVolume growing, SliceSource source, Progress progress) throws WorkstationException {
        List<Integer> order = growing.order();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
        int workers = Math.min(order.size(), Runtime.getRuntime().availableProcessors());
        IntStream.range(0, workers).parallel().forEach(worker -> {
            int at = next.getAndIncrement();
            while (at < order.size() && fault.get() == null) {
                try {
                    if (progress.isCancelled()) {
                        throw new CancellationException("volume given up");
                    }
                    int frame = order.get(at);
                    growing.arrived(frame, source.slice(growing.frames().get(frame)));
                    progress.at(done.incrementAndGet(), order.size());
                } catch (WorkstationException | RuntimeException e) {
                    fault.compareAndSet(null, e);
                }
                at = next.getAndIncrement();
            }
        });
        switch (fault.get()) {
            case null -> {}
            case WorkstationException known -> throw known;
            case RuntimeException unknown -> throw unknown;
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    /// Whether and how the frames stand above each other, without loading a pixel.
    ///
    /// A series has one frame of reference (PS3.3 section C.7.4.1). Files where every frame has its own were
    /// given new ones one by one when they were made anonymous; their positions still hold together.
    public static VolumeGeometry geometry(List<ImageFrame> frames) throws VolumeException {
        ImageFrame first = frames.getFirst();
        long references =
                frames.stream().map(ImageFrame::frameOfReference).distinct().count();
        if (references > 1 && references < frames.size()) {
            throw new VolumeException("viewer.volume.references-differ", "frames of reference differ");
        }
        List<ImagePlane> planes = new ArrayList<>();
        for (ImageFrame frame : frames) {
            ImagePlane plane = frame.plane();
            if (plane == null) {
                throw new VolumeException("viewer.volume.no-geometry", "a frame has no place in the patient");
            }
            if (frame.format().rows() != first.format().rows()
                    || frame.format().columns() != first.format().columns()) {
                throw new VolumeException("viewer.volume.sizes-differ", "frame sizes differ");
            }
            planes.add(plane);
        }
        return VolumeGeometry.of(planes);
    }
}
