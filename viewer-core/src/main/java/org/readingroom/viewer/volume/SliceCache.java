package org.readingroom.viewer.volume;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// Slices that were decoded already, the least recently used let go first when the budget is spent.
///
/// A slice somebody still holds (a volume, a view) stays alive however the cache decides. A frame whose values are read
/// in another unit is another slice.
///
/// **Thread:** any. A frame asked for twice at once is loaded once.
public final class SliceCache {
    private record Key(FrameRef ref, ModalityLut values) {
        static Key of(ImageFrame frame) {
            return new Key(frame.ref(), frame.modalityLut());
        }
    }

    private final FrameLoader loader;
    private final long budgetBytes;
    private final Map<Key, Slice> held = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, CompletableFuture<Slice>> underWay = new ConcurrentHashMap<>();
    private long heldBytes;

    public SliceCache(FrameLoader loader, long budgetBytes) {
        this.loader = loader;
        this.budgetBytes = budgetBytes;
    }

    /// The slice of `frame` when it needs no loading.
    public Optional<Slice> held(ImageFrame frame) {
        synchronized (held) {
            return Optional.ofNullable(held.get(Key.of(frame)));
        }
    }

    /// The slice of `frame`, loaded and decoded when need be.
    ///
    /// **Thread:** any but `fx` and `gl`; blocks.
    /// **Errors:** what the loader throws; [CodecException] when the pixels are fewer than the header promises.
    public Slice slice(ImageFrame frame, Priority priority) throws WorkstationException {
        while (true) {
            Optional<Slice> ready = held(frame);
            if (ready.isPresent()) {
                return ready.get();
            }
            CompletableFuture<Slice> mine = new CompletableFuture<>();
            CompletableFuture<Slice> other = underWay.putIfAbsent(Key.of(frame), mine);
            if (other == null) {
                return load(frame, priority, mine);
            }
            Optional<Slice> theirs = waitFor(other);
            if (theirs.isPresent()) {
                return theirs.get();
            }
        }
    }

    private Slice load(ImageFrame frame, Priority priority, CompletableFuture<Slice> mine) throws WorkstationException {
        try {
            Slice slice = decode(frame, loader.load(frame.ref(), priority));
            keep(Key.of(frame), slice);
            mine.complete(slice);
            return slice;
        } catch (WorkstationException | RuntimeException | Error e) {
            // whoever waits must not take our being given up for a fault of the frame
            mine.completeExceptionally(
                    Thread.currentThread().isInterrupted() ? new CancellationException("the load was given up") : e);
            throw e;
        } finally {
            underWay.remove(Key.of(frame), mine);
        }
    }

    /// How many bytes of slices it holds at the most.
    public long budgetBytes() {
        return budgetBytes;
    }

    public long heldBytes() {
        synchronized (held) {
            return heldBytes;
        }
    }

    public void clear() {
        synchronized (held) {
            held.clear();
            heldBytes = 0;
        }
    }

    /// What somebody else loads; nothing when they gave up, so that it is to be loaded anew.
    private static Optional<Slice> waitFor(CompletableFuture<Slice> other) throws WorkstationException {
        try {
            return Optional.of(other.get());
        } catch (CancellationException givenUp) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkstationException known) {
                throw known;
            }
            throw new IllegalStateException("the frame could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("waiting for a frame was given up");
        }
    }

    private static Slice decode(ImageFrame frame, StoredPixels pixels) throws WorkstationException {
        try {
            return SliceDecoder.slice(frame, pixels);
        } catch (IllegalArgumentException e) {
            throw new WorkstationException(
                    "viewer.frame.short", java.util.List.of(), "decoded frame does not fit its header", e);
        }
    }

    private void keep(Key key, Slice slice) {
        synchronized (held) {
            Slice before = held.put(key, slice);
            heldBytes += slice.sizeBytes() - (before == null ? 0 : before.sizeBytes());
            Iterator<Slice> oldest = held.values().iterator();
            while (heldBytes > budgetBytes && held.size() > 1) {
                heldBytes -= oldest.next().sizeBytes();
                oldest.remove();
            }
        }
    }
}
