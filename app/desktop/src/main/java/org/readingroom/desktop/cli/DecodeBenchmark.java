package org.readingroom.desktop.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// Frames a second out of one folder of files in one transfer syntax: of one core, and of all.
///
/// One core's figure is per second of its processor time, the best of several runs, which a busy machine disturbs
/// least;
/// that of all cores is by the clock. Files are opened before, and decoded anew each time.
// [impl->req~house.bench~1]
final class DecodeBenchmark {
    private static final int MOST_FILES = 60;
    private static final int RUNS = 5;
    private static final double RUN_SECONDS = 0.8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String name;
    private final List<FrameReader> readers = new ArrayList<>();

    /// `folder` may hold other files too; what has no pixels is left out.
    DecodeBenchmark(Path folder) throws IOException {
        this.name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
        for (Path file : files) {
            try {
                readers.add(FrameReader.of(DicomPaths.read(file)));
            } catch (WorkstationException e) {
                // Not a picture, or none this program reads: nothing to measure.
            }
        }
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    Benchmarks.Figure oneCore() throws CodecException {
        run();
        double best = 0;
        for (int i = 0; i < RUNS; i++) {
            best = Math.max(best, run());
        }
        return new Benchmarks.Figure("decode-" + name, best, "frames/s/core", "");
    }

    /// Frames per second of processor time in one run.
    private double run() throws CodecException {
        long start = THREADS.getCurrentThreadCpuTime();
        int frames = 0;
        double seconds = 0;
        while (seconds < RUN_SECONDS) {
            readers.get(frames % readers.size()).frame(0);
            frames++;
            seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        }
        return frames / seconds;
    }

    Benchmarks.Figure allCores() throws CodecException {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicInteger frames = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(cores);
        long begun = System.nanoTime();
        long deadline = begun + (long) (2 * RUN_SECONDS * 1e9);
        try (LaneRunner lanes = new LaneRunner(Runnable::run)) {
            for (int core = 0; core < cores; core++) {
                lanes.start(Lane.CPU, Priority.ON_SCREEN, () -> decodeUntil(deadline, frames, ended));
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodecException("viewer.codec.interrupted", "interrupted while measuring");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Benchmarks.Figure("decode-" + name + "-all-cores", frames.get() / seconds, "frames/s", "");
    }

    private void decodeUntil(long deadline, AtomicInteger frames, CountDownLatch ended) {
        try {
            while (System.nanoTime() < deadline) {
                readers.get(frames.getAndIncrement() % readers.size()).frame(0);
            }
        } catch (CodecException e) {
            // The run on one core has told of it already.
        } finally {
            ended.countDown();
        }
    }
}
