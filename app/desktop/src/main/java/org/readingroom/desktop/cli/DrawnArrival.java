package org.readingroom.desktop.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.SliceDecoder;

/// One study on its way from the archive into a home, each frame of it opened, decoded and drawn as soon as it is in
/// the index, as a window that shows all of them would.
final class DrawnArrival {
    private static final long LOOK_MILLIS = 50;

    /// chosen: an archive that fails for so long measures nothing.
    private static final long GIVE_UP_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Session session;
    private final StudyUid study;
    private final TaskRunner runner;
    private final Set<SopInstanceUid> seen = new HashSet<>();
    private final Semaphore ended = new Semaphore(0);
    private final AtomicLong firstNanos = new AtomicLong();
    private final AtomicReference<@Nullable WorkstationException> failed = new AtomicReference<>();
    private long frames;
    private long bytes;

    /// **Units:** milliseconds from the wish to the first frame drawn, to the last instance in the index and to the
    /// last frame drawn; `bytes` as the archive sent them.
    record Took(long frames, long bytes, double firstMillis, double hereMillis, double drawnMillis) {
        double framesPerSecond() {
            return frames * 1e3 / drawnMillis;
        }

        double megabytesPerSecond() {
            return bytes / 1e3 / drawnMillis;
        }
    }

    DrawnArrival(Session session, StudyUid study, TaskRunner runner) {
        this.session = session;
        this.study = study;
        this.runner = runner;
    }

    /// Asks for the study and waits until all of it is drawn.
    ///
    /// **Errors:** why not all of it came, or could be drawn.
    Took run() throws WorkstationException, InterruptedException {
        StudyFetcher fetcher = session.hospital()
                .fetcher()
                .orElseThrow(() -> new CommandRefusedException("cli.archive.none", List.of()));
        LinkedBlockingQueue<StudyUid> changes = new LinkedBlockingQueue<>();
        long begun = System.nanoTime();
        long here;
        try (Listening _ = fetcher.onChange(changes::add)) {
            fetcher.want(study, Priority.ON_SCREEN);
            while (true) {
                changes.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                changes.clear();
                boolean isAllHere = fetcher.readiness(study).isAllHere();
                take();
                if (isAllHere) {
                    here = System.nanoTime();
                    break;
                }
                FetchTrouble trouble = fetcher.trouble(study).orElse(null);
                if (trouble != null && (!trouble.isRetried() || System.nanoTime() - begun > GIVE_UP_NANOS)) {
                    throw new CommandRefusedException(trouble.messageKey(), List.of());
                }
            }
        }
        ended.acquire((int) frames);
        long drawn = System.nanoTime();
        WorkstationException fault = failed.get();
        if (fault != null) {
            throw fault;
        }
        fetcher.letGo(study);
        return new Took(frames, bytes, (firstNanos.get() - begun) / 1e6, (here - begun) / 1e6, (drawn - begun) / 1e6);
    }

    /// Draws what has come since the last look.
    private void take() throws WorkstationException {
        for (Series series : session.studies().series(study)) {
            for (StoredInstance instance : session.studies().instances(series.uid())) {
                if (seen.add(instance.uid())) {
                    bytes += instance.bytes();
                    frames += instance.frames();
                    if (instance.frames() > 0) {
                        runner.start(Lane.CPU, Priority.ON_SCREEN, () -> draw(instance));
                    }
                }
            }
        }
    }

    private void draw(StoredInstance instance) {
        try {
            ImageHeader header = ImageHeader.of(session.studies().header(instance.uid()))
                    .orElseThrow(() -> new WorkstationException("cli.fault.no-picture", "no image"));
            for (ImageFrame frame : FrameDescriber.frames(header)) {
                Benchmarks.draw(
                        Benchmarks.frameView(
                                frame,
                                SliceDecoder.slice(frame, session.frames().load(frame.ref(), Priority.ON_SCREEN)),
                                null),
                        new int[Benchmarks.SIDE * Benchmarks.SIDE]);
                firstNanos.compareAndSet(0, System.nanoTime());
            }
        } catch (WorkstationException e) {
            failed.set(e);
        } finally {
            ended.release(instance.frames());
        }
    }
}
