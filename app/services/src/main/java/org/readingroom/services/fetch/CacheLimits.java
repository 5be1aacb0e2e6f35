package org.readingroom.services.fetch;

import java.time.Duration;

/// How much of the disk fetched images may take, and for how long.
///
/// **Units:** bytes. `freeBytes` stay free for documents and for the system whatever the quota says.
public record CacheLimits(long quotaBytes, Duration unused, long freeBytes) {
    /// Chosen: some hundred CT studies, a month of follow-ups, and room for a day of work.
    public static final CacheLimits DEFAULT = new CacheLimits(100L << 30, Duration.ofDays(30), 4L << 30);

    public static final long GIB = 1L << 30;

    /// Chosen: far above any disk of a desk, so that a slip of the finger is noticed.
    public static final long MOST_GIB = 1 << 20;

    /// Chosen: ten years.
    public static final int MOST_DAYS = 3650;

    /// Limits as a person states them.
    public static CacheLimits of(long quotaGib, int days, long freeGib) {
        return new CacheLimits(quotaGib * GIB, Duration.ofDays(days), freeGib * GIB);
    }

    /// Whether a person can have meant them: at least a gibibyte and a day, and no more than the bounds above.
    public boolean isSensible() {
        return quotaBytes >= GIB
                && quotaBytes <= MOST_GIB * GIB
                && unused.toDays() >= 1
                && unused.toDays() <= MOST_DAYS
                && freeBytes >= GIB
                && freeBytes <= MOST_GIB * GIB;
    }
}
