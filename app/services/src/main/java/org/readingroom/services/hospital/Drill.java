package org.readingroom.services.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkMonitor;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A drill: the links are cut on purpose, work goes on, and a report tells what came of it (clause G34).
///
/// The report lies as `drills/drill-….html` in the home; it counts and names no patient. A drill that the program
/// did not live to end leaves its beginning in the audit trail and no report; the links are back at the next start.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~hospital.drill~1]
public final class Drill {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'drill-'yyyyMMdd'-'HHmmss'Z.html'", Locale.ROOT);
    /// Chosen: what is watched for changes twice a second is told to the second.
    private static final long LOOK_MILLIS = 500;

    private final LinkMonitor links;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Path folder;
    private final String person;
    private @Nullable Running running;

    Drill(LinkMonitor links, AuditTrail audit, Outbox outbox, Path home, String person) {
        this.links = links;
        this.audit = audit;
        this.outbox = outbox;
        this.folder = home.resolve("drills");
        this.person = person;
    }

    private record Running(Instant begun, long nanos, Set<LinkKind> kinds, DrillWork work) {}

    /// The report and where it was filed.
    public record Filed(DrillReport report, Path file) {}

    public synchronized boolean isRunning() {
        return running != null;
    }

    /// Cuts the links of `kinds` that are set up.
    ///
    /// **Errors:** `services.drill.running`, `services.drill.no-link`.
    public synchronized void begin(Set<LinkKind> kinds) throws WorkstationException {
        if (running != null) {
            throw new WorkstationException("services.drill.running", "a drill inside a drill");
        }
        Set<LinkKind> set = EnumSet.noneOf(LinkKind.class);
        kinds.stream().filter(kind -> links.state(kind) != LinkState.NOT_SET).forEach(set::add);
        if (set.isEmpty()) {
            throw new WorkstationException("services.drill.no-link", "no link to cut");
        }
        audit.append(Action.EXECUTE, "drill.begin", null, Outcome.SUCCESS, set.toString());
        running = new Running(Instant.now(), System.nanoTime(), set, DrillWork.begin(audit, outbox));
        set.forEach(links::cut);
    }

    /// Gives the links back, waits up to `patience` until they answer and what was queued has left, and files the
    /// report. Cancelling ends the waiting, not the report.
    ///
    /// **Errors:** `services.drill.not-running`; a report that cannot be filed leaves the drill ended all the same.
    public Filed end(Duration patience, Locale language, Progress progress) throws WorkstationException {
        Running ended = ended();
        long cutFor = System.nanoTime() - ended.nanos();
        ended.kinds().forEach(links::mend);
        long mended = System.nanoTime();
        Duration back = null;
        Duration empty = null;
        DrillReport.Work work = ended.work().now();
        while (true) {
            Duration since = Duration.ofNanos(System.nanoTime() - mended);
            if (back == null && ended.kinds().stream().allMatch(kind -> links.state(kind) == LinkState.UP)) {
                back = since;
            }
            work = ended.work().now();
            if (back != null && work.sent() == work.queued()) {
                empty = since;
            }
            boolean isOver = empty != null || back != null && work.sent() + work.refused() == work.queued();
            if (isOver || since.compareTo(patience) >= 0 || progress.isCancelled() || !rest()) {
                break;
            }
            progress.at(since.toMillis(), patience.toMillis());
        }
        DrillReport report =
                new DrillReport(ended.begun(), ended.kinds(), person, work, Duration.ofNanos(cutFor), back, empty);
        return new Filed(report, file(report, language));
    }

    private synchronized Running ended() throws WorkstationException {
        Running ended = running;
        if (ended == null) {
            throw new WorkstationException("services.drill.not-running", "no drill to end");
        }
        running = null;
        return ended;
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path file(DrillReport report, Locale language) throws WorkstationException {
        Path file = folder.resolve(NAME.format(report.begun().atZone(ZoneOffset.UTC)));
        byte[] page = new DrillDocument(Messages.of(language), ZoneId.systemDefault()).of(report);
        try {
            Files.createDirectories(folder);
            Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".part"), page);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            WorkstationException fault = StoreException.of(e);
            audit.appendFailure(Action.EXECUTE, "drill.end", null, fault);
            throw fault;
        }
        Outcome outcome = report.isPassed() ? Outcome.SUCCESS : Outcome.FAILURE;
        audit.append(Action.EXECUTE, "drill.end", file.getFileName().toString(), outcome, "");
        return file;
    }
}
