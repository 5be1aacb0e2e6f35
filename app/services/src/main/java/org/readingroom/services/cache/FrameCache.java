package org.readingroom.services.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.model.FrameRef;

/// Decoded frames, least recently used out first, never more than the budget.
///
/// **Thread:** any.
final class FrameCache {
    private final long budgetBytes;
    private final Map<FrameRef, StoredPixels> frames = new LinkedHashMap<>(64, 0.75f, true);
    private long heldBytes;

    FrameCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    synchronized Optional<StoredPixels> get(FrameRef frame) {
        return Optional.ofNullable(frames.get(frame));
    }

    synchronized void put(FrameRef frame, StoredPixels pixels) {
        if (pixels.bytes().length > budgetBytes) {
            return;
        }
        StoredPixels before = frames.put(frame, pixels);
        heldBytes += pixels.bytes().length - (before == null ? 0 : before.bytes().length);
        Iterator<StoredPixels> oldest = frames.values().iterator();
        while (heldBytes > budgetBytes && oldest.hasNext()) {
            heldBytes -= oldest.next().bytes().length;
            oldest.remove();
        }
    }

    synchronized void clear() {
        frames.clear();
        heldBytes = 0;
    }

    synchronized long heldBytes() {
        return heldBytes;
    }
}
