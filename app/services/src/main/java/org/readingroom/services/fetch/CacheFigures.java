package org.readingroom.services.fetch;

import java.util.Map;

/// How the room for fetched images is used: by how many studies, which of them stay whatever happens, and what is left.
///
/// `kept` counts each such study once, under its first reason.
///
/// **Units:** bytes; of files as they came, before they are sealed. `freeBytes` is of the whole disk,
/// [Long#MAX_VALUE] where it does not say.
// [impl->req~hospital.ready~1]
public record CacheFigures(
        int studies, long usedBytes, Map<KeptFor, Integer> kept, long keptBytes, long freeBytes, CacheLimits limits) {
    public CacheFigures {
        kept = Map.copyOf(kept);
    }

    public int keptStudies() {
        return kept.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isFreeKnown() {
        return freeBytes != Long.MAX_VALUE;
    }

    /// What stays takes all there is: nothing can be fetched ahead until some of it was read.
    public boolean isFullOfKept() {
        return keptBytes >= limits.quotaBytes();
    }

    /// The disk itself is fuller than the limits allow.
    public boolean isDiskFull() {
        return freeBytes <= limits.freeBytes();
    }
}
