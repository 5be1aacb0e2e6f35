package org.readingroom.services.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.KdfParameters;
import org.readingroom.services.identity.LockoutPolicy;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Homes that open fast: passwords cost next to nothing, the clock is the test's.
public final class QuickHome {
    public static final KdfParameters CHEAP = new KdfParameters(8, 1, 1);
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private QuickHome() {}

    /// A clock that stands still until it is moved.
    public static final class Clock implements InstantSource {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        public synchronized void advance(Duration by) {
            now = now.plus(by);
        }
    }

    public static HomeOptions options(InstantSource clock) {
        return HomeOptions.defaults()
                .withKdf(CHEAP)
                .withClock(clock)
                .withDepartment(List::of)
                .withElsewhere(Path.of(System.getProperty("java.io.tmpdir"), "readingroom-rescue-of-tests"))
                .withLockout(new LockoutPolicy(3, Duration.ofMinutes(1), Duration.ofMinutes(4)));
    }

    public static Home demo(Path folder) throws WorkstationException {
        return demo(folder, new Clock());
    }

    public static Home demo(Path folder, InstantSource clock) throws WorkstationException {
        return Home.openOrCreateDemo(folder, options(clock), Progress.IGNORED);
    }

    public static Session signIn(Home home, String name) throws WorkstationException {
        return home.signIn(name, "demo".toCharArray());
    }
}
