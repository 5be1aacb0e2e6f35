package org.readingroom.services.fetch;

import java.time.Duration;

/// How much of the disk fetched images may take, and for how long.
///
/// **Units:** bytes. `freeBytes` stay free for documents and for the system whatever the quota says.
public record CacheLimits(long quotaBytes, Duration unused, long freeBytes) {
    /// Chosen: some hundred CT studies, a month of follow-ups, and room for a day of work.
    public static final CacheLimits DEFAULT = new CacheLimits(100L << 30, Duration.ofDays(30), 4L << 30);
}
