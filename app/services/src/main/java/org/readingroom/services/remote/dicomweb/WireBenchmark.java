package org.readingroom.services.remote.dicomweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// How quick fetching is beside a bare loop of the same HTTP library that reads the same answers into arrays of the
/// length of a file, and looks at nothing.
///
/// Rounds of the two alternate. Of the rates the best round counts, which a busy machine disturbs least; the ratio
/// is the middle one of those of two rounds side by side. For open servers only.
// [impl->req~archive.speed~1]
public final class WireBenchmark {
    private static final int MOST_SINGLE = 96;
    /// About what stands around a part.
    private static final int FRAMING_BYTES = 256;

    /// chosen: the JVM has compiled by then what matters.
    private static final int WARM_UP = 4;

    private final HttpServer server;
    private final TaskRunner runner;
    private final DicomWebArchive archive;

    public WireBenchmark(HttpServer server, TaskRunner runner) {
        this.server = server;
        this.runner = runner;
        this.archive = new DicomWebArchive(new HttpLink(server, LinkWitness.NONE, HttpTimes.DEFAULT));
    }

    /// Files and megabytes a second, of the bare loop and of the product, with `requests` under way at once; `ratio`
    /// is what the product gets of what the bare loop gets.
    public record Figure(
            String name,
            int requests,
            double bareFilesPerSecond,
            double filesPerSecond,
            double bareMegabytesPerSecond,
            double megabytesPerSecond,
            double ratio) {}

    /// The whole series in one request, 1 and 4 at once; then single instances, 1, 4 and 8 at once.
    public List<Figure> measure(StudyUid study, SeriesUid series, int rounds) throws WorkstationException {
        List<ArchiveInstance> listed = archive.instances(study, series, Progress.IGNORED);
        List<Figure> figures = new ArrayList<>();
        String whole = Paths.of(study, series);
        AtomicLong total = new AtomicLong();
        archive.fetchSeries(study, series, file -> total.addAndGet(file.length), Progress.IGNORED);
        int size = (int) (total.get() / Math.max(1, listed.size())) + FRAMING_BYTES;
        BareLoop bare = new BareLoop(server, size);
        for (int requests : new int[] {1, 4}) {
            Work ours = (index, bytes) ->
                    archive.fetchSeries(study, series, file -> bytes.addAndGet(file.length), Progress.IGNORED);
            Work loop = (index, bytes) -> bytes.addAndGet(bare.read(whole));
            figures.add(compare("series", requests, requests, listed.size(), loop, ours, rounds));
        }
        List<ArchiveInstance> some = listed.subList(0, Math.min(MOST_SINGLE, listed.size()));
        for (int requests : new int[] {1, 4, 8}) {
            Work ours = (index, bytes) ->
                    bytes.addAndGet(archive.fetch(study, series, some.get(index).uid(), Progress.IGNORED).length);
            Work loop = (index, bytes) -> bytes.addAndGet(
                    bare.read(Paths.of(study, series, some.get(index).uid())));
            figures.add(compare("instance", requests, some.size(), 1, loop, ours, rounds));
        }
        return figures;
    }

    private interface Work {
        void one(int index, AtomicLong bytes) throws WorkstationException, IOException;
    }

    /// `pieces` pieces of work, each of `files` files.
    private Figure compare(String name, int requests, int pieces, int files, Work loop, Work ours, int rounds)
            throws WorkstationException {
        AtomicLong bytes = new AtomicLong();
        double bareSeconds = Double.MAX_VALUE;
        double ownSeconds = Double.MAX_VALUE;
        seconds(requests, pieces, ours, bytes);
        for (int round = 0; round < WARM_UP; round++) {
            seconds(requests, pieces, loop, new AtomicLong());
            seconds(requests, pieces, ours, new AtomicLong());
        }
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double bareTook = seconds(requests, pieces, loop, new AtomicLong());
            double ownTook = seconds(requests, pieces, ours, new AtomicLong());
            ratios[round] = bareTook / ownTook;
            bareSeconds = Math.min(bareSeconds, bareTook);
            ownSeconds = Math.min(ownSeconds, ownTook);
        }
        Arrays.sort(ratios);
        double all = (double) pieces * files;
        double megabytes = bytes.get() / 1e6;
        return new Figure(
                name,
                requests,
                all / bareSeconds,
                all / ownSeconds,
                megabytes / bareSeconds,
                megabytes / ownSeconds,
                ratios[rounds / 2]);
    }

    private double seconds(int requests, int pieces, Work work, AtomicLong bytes) throws WorkstationException {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Exception> failed = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(requests);
        long begun = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            runner.start(Lane.IO, Priority.ON_SCREEN, () -> {
                try {
                    for (int at = next.getAndIncrement(); at < pieces; at = next.getAndIncrement()) {
                        work.one(at, bytes);
                    }
                } catch (WorkstationException | IOException | RuntimeException e) {
                    failed.set(e);
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("measuring given up");
        }
        switch (failed.get()) {
            case null -> {}
            case WorkstationException e -> throw e;
            case Exception e -> throw HttpFaultException.garbled("the bare loop failed", e);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
