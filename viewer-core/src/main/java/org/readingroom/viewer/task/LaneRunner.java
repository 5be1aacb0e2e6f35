package org.readingroom.viewer.task;

import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running program's lanes: real threads behind [TaskRunner].
///
/// `IO` gives every task a virtual thread. `CPU` has as many threads as cores and takes the most urgent task
/// first, older before newer. `GL` is one thread. `FX` is handed in, so that this module needs no toolkit.
/// All threads are daemons: the program ends when its window does. What is asked of closed lanes is given up
/// at once, and an answer that comes after closing is dropped: nobody is there any more to look at it.
///
/// **Thread:** any.
public final class LaneRunner implements TaskRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);

    private final Executor fx;
    private final ExecutorService io =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 0).factory());
    private final ExecutorService cpu;
    private final ExecutorService gl;
    private final AtomicLong order = new AtomicLong();
    private volatile boolean closed;

    /// `fx` runs what it is given on the toolkit's thread, in order.
    public LaneRunner(Executor fx) {
        this.fx = fx;
        int cores = Runtime.getRuntime().availableProcessors();
        this.cpu = new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(
                        64, Comparator.comparing((Runnable task) -> task instanceof Ordered o ? o : Ordered.FIRST)),
                Thread.ofPlatform().daemon().name("cpu-", 0).factory());
        this.gl = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("gl").factory());
    }

    @Override
    public <T> Handle start(
            Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Ordered task = new Ordered(priority, order.getAndIncrement());
        task.body(() -> {
            try {
                T result = work.call();
                hand(task, () -> done.accept(result));
            } catch (Exception e) {
                hand(task, () -> failed.accept(e));
            } catch (Error e) {
                // Out of memory in one task must be seen, and must not end the lane.
                LOG.error("a task on lane {} failed", lane, e);
                hand(task, () -> failed.accept(new IllegalStateException(e.toString(), e)));
            }
        });
        send(lane, task);
        return task;
    }

    @Override
    public Handle start(Lane lane, Priority priority, Runnable work) {
        Ordered task = new Ordered(priority, order.getAndIncrement());
        task.body(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("a task on lane {} failed", lane, e);
            }
        });
        send(lane, task);
        return task;
    }

    @Override
    public void close() {
        closed = true;
        cpu.shutdownNow();
        gl.shutdownNow();
        io.shutdownNow();
    }

    private void hand(Ordered task, Runnable end) {
        fx.execute(() -> {
            if (!closed && !task.isGivenUp()) {
                end.run();
            }
        });
    }

    private void send(Lane lane, Ordered task) {
        try {
            switch (lane) {
                case FX -> fx.execute(task);
                case GL -> gl.execute(task);
                case IO -> io.execute(task);
                case CPU -> cpu.execute(task);
            }
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
            LOG.warn("a task for lane {} came after closing", lane);
            task.cancel();
        }
    }

    /// One task in a lane's queue; its order is its priority, then its age.
    private static final class Ordered implements Runnable, Handle, Comparable<Ordered> {
        static final Ordered FIRST = new Ordered(Priority.ON_SCREEN, -1);

        private final Priority priority;
        private final long age;
        private volatile boolean givenUp;
        private FutureTask<Void> future = new FutureTask<>(() -> {}, null);

        Ordered(Priority priority, long age) {
            this.priority = priority;
            this.age = age;
        }

        void body(Runnable body) {
            future = new FutureTask<>(body, null);
        }

        boolean isGivenUp() {
            return givenUp;
        }

        @Override
        public void run() {
            future.run();
        }

        @Override
        public void cancel() {
            givenUp = true;
            future.cancel(true);
        }

        @Override
        public int compareTo(Ordered other) {
            int byPriority = priority.compareTo(other.priority);
            return byPriority != 0 ? byPriority : Long.compare(age, other.age);
        }
    }
}
