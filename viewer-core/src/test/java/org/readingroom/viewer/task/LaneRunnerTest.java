package org.readingroom.viewer.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneRunnerTest {
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();

    @Test
    void resultComesBackOnTheFxLane() throws Exception {
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            List<String> got = new ArrayList<>();
            runner.start(Lane.IO, Priority.ON_SCREEN, () -> "read", got::add, e -> got.add("failed"));
            next().run();
            assertEquals(List.of("read"), got);
        }
    }

    @Test
    void failureComesBackOnTheFxLane() throws Exception {
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            List<String> got = new ArrayList<>();
            runner.start(
                    Lane.CPU,
                    Priority.ON_SCREEN,
                    () -> {
                        throw new java.io.IOException("gone");
                    },
                    done -> got.add("done"),
                    e -> got.add(e.getMessage()));
            next().run();
            assertEquals(List.of("gone"), got);
        }
    }

    @Test
    void cancelledWorkReportsNothingEvenWhenItHadEnded() throws Exception {
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            List<String> got = new ArrayList<>();
            Handle handle = runner.start(Lane.IO, Priority.ON_SCREEN, () -> "late", got::add, e -> got.add("failed"));
            Runnable end = next();
            handle.cancel();
            end.run();
            assertTrue(got.isEmpty());
        }
    }

    @Test
    void anAnswerThatComesAfterClosingIsDroppedAndNewWorkIsGivenUp() throws Exception {
        List<String> got = new ArrayList<>();
        Runnable late;
        LaneRunner closed;
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            closed = runner;
            runner.start(Lane.IO, Priority.ON_SCREEN, () -> "late", got::add, e -> got.add("failed"));
            late = next();
        }
        late.run();
        for (Lane lane : List.of(Lane.IO, Lane.CPU, Lane.GL)) {
            closed.start(lane, Priority.ON_SCREEN, () -> "new", got::add, e -> got.add("failed"));
        }
        assertTrue(fx.isEmpty());
        assertTrue(got.isEmpty(), got.toString());
    }

    @Test
    void urgentWorkOvertakesWhatWaitsOnTheCpuLane() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(cores);
        List<Priority> ran = java.util.Collections.synchronizedList(new ArrayList<>());
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            for (int i = 0; i < cores; i++) {
                boolean last = i == cores - 1;
                runner.start(Lane.CPU, Priority.ON_SCREEN, () -> {
                    started.countDown();
                    await(gate);
                    if (!last) {
                        await(new CountDownLatch(1));
                    }
                });
            }
            await(started);
            CountDownLatch finished = new CountDownLatch(2);
            for (Priority priority : List.of(Priority.PREFETCH, Priority.ON_SCREEN)) {
                runner.start(Lane.CPU, priority, () -> {
                    ran.add(priority);
                    finished.countDown();
                });
            }
            gate.countDown();
            await(finished);
        }
        assertEquals(List.of(Priority.ON_SCREEN, Priority.PREFETCH), ran);
    }

    @Test
    void ofEquallyUrgentWorkTheOlderRunsFirst() throws Exception {
        List<Integer> ran = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(6);
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            int cores = Runtime.getRuntime().availableProcessors();
            CountDownLatch started = new CountDownLatch(cores);
            CountDownLatch never = new CountDownLatch(1);
            for (int i = 0; i < cores; i++) {
                CountDownLatch until = i == 0 ? gate : never;
                runner.start(Lane.CPU, Priority.ON_SCREEN, () -> {
                    started.countDown();
                    await(until);
                });
            }
            await(started);
            for (int i = 0; i < 6; i++) {
                int number = i;
                runner.start(Lane.CPU, Priority.THUMBNAIL, () -> {
                    ran.add(number);
                    finished.countDown();
                });
            }
            gate.countDown();
            await(finished);
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5), ran);
    }

    @Test
    void anErrorIsToldAndTheLaneGoesOn() throws Exception {
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            List<String> got = new ArrayList<>();
            runner.start(
                    Lane.GL,
                    Priority.ON_SCREEN,
                    () -> {
                        throw new OutOfMemoryError("planted");
                    },
                    done -> got.add("done"),
                    e -> got.add(String.valueOf(e.getCause())));
            next().run();
            runner.start(Lane.GL, Priority.ON_SCREEN, () -> "still here", got::add, e -> got.add("failed"));
            next().run();
            assertEquals(List.of("java.lang.OutOfMemoryError: planted", "still here"), got);
        }
    }

    @Test
    void cancellingInterruptsWhatBlocks() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (LaneRunner runner = new LaneRunner(fx::add)) {
            Handle handle = runner.start(Lane.IO, Priority.ON_SCREEN, () -> {
                blocked.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            });
            assertTrue(blocked.await(60, TimeUnit.SECONDS));
            handle.cancel();
            assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        }
    }

    private Runnable next() throws InterruptedException {
        Runnable runnable = fx.poll(60, TimeUnit.SECONDS);
        assertTrue(runnable != null, "nothing reached the FX lane");
        return java.util.Objects.requireNonNull(runnable);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
