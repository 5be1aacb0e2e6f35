package org.readingroom.services.identity;

import java.time.Duration;

/// After how many wrong passwords a name is locked, and for how long (clause G14).
///
/// Each further failure doubles the time, up to `longest`.
public record LockoutPolicy(int tries, Duration first, Duration longest) {
    /// Chosen: five tries forgive a stiff finger; a minute makes guessing hopeless and a forgotten password bearable.
    public static final LockoutPolicy DEFAULT = new LockoutPolicy(5, Duration.ofMinutes(1), Duration.ofMinutes(15));

    /// How long a name is locked after this many failures in a row; zero while there are tries left.
    Duration lockAfter(int failures) {
        if (failures < tries) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - tries, 30);
        Duration lock = first.multipliedBy(1L << doublings);
        return lock.compareTo(longest) > 0 ? longest : lock;
    }
}
