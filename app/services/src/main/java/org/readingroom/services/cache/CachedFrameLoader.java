package org.readingroom.services.cache;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

/// Frames from memory, else from the instance's file, opened and decoded.
///
/// Two who want the same frame at once share one decoding. Opened files of several frames are kept as long
/// as memory allows, so that a cine is not opened once a frame.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt gives the request up.
// [impl->req~cache.frames~1]
public final class CachedFrameLoader implements FrameLoader {
    private static final int OPEN_FILES = 8;

    private final StudyStore studies;
    private final FrameCache cache;
    private final PriorityGate gate;
    private final Map<FrameRef, Running> running = new ConcurrentHashMap<>();
    private final Map<SopInstanceUid, SoftReference<FrameReader>> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SopInstanceUid, SoftReference<FrameReader>> eldest) {
            return size() > OPEN_FILES;
        }
    };

    /// A frame being made, and its place in the queue.
    private record Running(FutureTask<StoredPixels> task, PriorityGate.Ticket ticket) {}

    /// `decoders` is how many frames are decoded at once.
    public CachedFrameLoader(StudyStore studies, long budgetBytes, int decoders) {
        this.studies = studies;
        this.cache = new FrameCache(budgetBytes);
        this.gate = new PriorityGate(decoders);
    }

    @Override
    public StoredPixels load(FrameRef frame, Priority priority) throws WorkstationException {
        while (true) {
            Optional<StoredPixels> held = cache.get(frame);
            if (held.isPresent()) {
                return held.get();
            }
            PriorityGate.Ticket ticket = new PriorityGate.Ticket(priority);
            Running mine = new Running(new FutureTask<>(() -> decode(frame, ticket)), ticket);
            Running other = running.putIfAbsent(frame, mine);
            if (other == null) {
                try {
                    mine.task().run();
                    return result(mine.task());
                } finally {
                    running.remove(frame, mine);
                }
            }
            gate.promote(other.ticket(), priority);
            try {
                return result(other.task());
            } catch (FrameUnavailableException e) {
                // The one we waited for was given up, not refused: ask again ourselves.
                if (!e.messageKey().equals("services.frame.given-up")
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /// Forgets every frame and every open file.
    public void clear() {
        cache.clear();
        synchronized (open) {
            open.clear();
        }
    }

    /// Bytes of decoded frames held now.
    public long heldBytes() {
        return cache.heldBytes();
    }

    private StoredPixels decode(FrameRef frame, PriorityGate.Ticket ticket) throws WorkstationException {
        try {
            gate.enter(ticket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(e);
        }
        try {
            FrameReader reader = reader(frame.instance());
            if (frame.frame() >= reader.frames()) {
                throw new FrameUnavailableException(
                        "services.frame.missing", "frame " + frame.frame() + " of " + reader.frames(), null);
            }
            StoredPixels pixels = reader.frame(frame.frame());
            cache.put(frame, pixels);
            return pixels;
        } catch (WorkstationException e) {
            // An interrupt closes the file under the reader, and the disk seems at fault.
            throw Thread.currentThread().isInterrupted() ? givenUp(e) : e;
        } finally {
            gate.leave();
        }
    }

    private FrameReader reader(SopInstanceUid instance) throws WorkstationException {
        synchronized (open) {
            SoftReference<FrameReader> kept = open.get(instance);
            FrameReader reader = kept == null ? null : kept.get();
            if (reader != null) {
                return reader;
            }
        }
        FrameReader reader = FrameReader.of(studies.open(instance));
        if (reader.frames() > 1) {
            synchronized (open) {
                open.put(instance, new SoftReference<>(reader));
            }
        }
        return reader;
    }

    private static StoredPixels result(FutureTask<StoredPixels> task) throws WorkstationException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkstationException known) {
                throw known;
            }
            throw new FrameUnavailableException("services.frame.failed", "decoding failed", e.getCause());
        }
    }

    private static FrameUnavailableException givenUp(@Nullable Throwable cause) {
        return new FrameUnavailableException("services.frame.given-up", "the request was given up", cause);
    }
}
