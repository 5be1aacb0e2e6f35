package org.readingroom.services.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StoreAnswer.Refused;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the objects of one study that are here to another server, as they came in, past the gate.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~export.send~1]
public final class StudySend {
    private static final Logger LOG = LoggerFactory.getLogger(StudySend.class);

    /// chosen: what is held in memory and asked for at a time.
    private static final int MOST_AT_ONCE = 20;

    private static final long MOST_BYTES = 64L << 20;

    private final StudyStore store;
    private final ExportGate gate;
    private final AuditTrail audit;

    public StudySend(StudyStore store, ExportGate gate, AuditTrail audit) {
        this.store = store;
        this.gate = gate;
        this.audit = audit;
    }

    /// What came of it: how many of `total` the server holds now, which it did not take and why. With `isGivenUp` or a
    /// `fault` the rest was not tried.
    public record Result(
            int taken,
            int total,
            List<Refused> refused,
            boolean isGivenUp,
            @Nullable WorkstationException fault) {
        public Result {
            refused = List.copyOf(refused);
        }

        public boolean isWhole() {
            return taken == total;
        }
    }

    /// The objects of `study` that are here.
    public List<StoredInstance> objects(StudyUid study) throws WorkstationException {
        List<StoredInstance> objects = new ArrayList<>();
        for (Series series : store.series(study)) {
            objects.addAll(store.instances(series.uid()));
        }
        return objects;
    }

    /// Sends `objects` of `study`. `code` names the kind of server in the trail. What the server took before something
    /// went wrong stays there, and is told.
    ///
    /// **Errors:** [ExportRefusedException]; those of the trail. Those of the server are part of the result.
    public Result send(StudyUid study, List<StoredInstance> objects, Archive to, String code, Progress progress)
            throws WorkstationException {
        if (objects.isEmpty()) {
            throw new WorkstationException("services.send.nothing", "a study without objects");
        }
        ExportRequest request =
                new ExportRequest(ExportForm.DICOM, ExportPlace.SERVER, PatientIdentity.NAMED, study, objects.size());
        try {
            return gate.through(request, () -> sent(study, objects, to, code, progress));
        } catch (WorkstationException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Result sent(StudyUid study, List<StoredInstance> objects, Archive to, String code, Progress progress)
            throws WorkstationException {
        Run run = new Run(study, objects, to, progress);
        Result result = run.all();
        audit.append(
                Action.READ,
                "study.send",
                study.value(),
                result.isWhole() ? Outcome.SUCCESS : Outcome.FAILURE,
                code + " " + result.taken() + "/" + result.total());
        return result;
    }

    /// One sending under way.
    private final class Run {
        private final StudyUid study;
        private final List<StoredInstance> objects;
        private final Archive to;
        private final Progress progress;
        private final List<Refused> refused = new ArrayList<>();
        private int taken;

        Run(StudyUid study, List<StoredInstance> objects, Archive to, Progress progress) {
            this.study = study;
            this.objects = objects;
            this.to = to;
            this.progress = progress;
        }

        Result all() {
            int at = 0;
            try {
                while (at < objects.size()) {
                    if (progress.isCancelled()) {
                        return result(true, null);
                    }
                    at = batch(at);
                    progress.at(at, objects.size());
                }
            } catch (CancellationException e) {
                return result(true, null);
            } catch (WorkstationException e) {
                // DIMSE gives up by a fault of its own
                return progress.isCancelled() ? result(true, null) : result(false, e);
            }
            return result(false, null);
        }

        private Result result(boolean isGivenUp, @Nullable WorkstationException fault) {
            return new Result(taken, objects.size(), refused, isGivenUp, fault);
        }

        /// Sends from the `from`-th on, as much as goes at a time; returns where the next begins.
        private int batch(int from) throws WorkstationException {
            Map<SopInstanceUid, byte[]> files = new HashMap<>();
            List<byte[]> inOrder = new ArrayList<>();
            long bytes = 0;
            int at = from;
            while (at < objects.size()
                    && at - from < MOST_AT_ONCE
                    && (bytes == 0 || bytes + objects.get(at).bytes() <= MOST_BYTES)) {
                StoredInstance object = objects.get(at++);
                bytes += object.bytes();
                try {
                    byte[] file = store.bytes(object.uid());
                    files.put(object.uid(), file);
                    inOrder.add(file);
                } catch (WorkstationException lost) {
                    LOG.warn("an object is not sent: {}", lost.getMessage(), lost);
                    refused.add(new Refused(object.uid(), 0, true, "services.send.unreadable"));
                }
            }
            if (!inOrder.isEmpty()) {
                answered(files, to.store(study, inOrder, new GivenUp(progress)));
            }
            return at;
        }

        private void answered(Map<SopInstanceUid, byte[]> files, StoreAnswer answer) {
            for (SopInstanceUid stored : answer.stored()) {
                taken += files.remove(stored) == null ? 0 : 1;
            }
            for (Refused each : answer.refused()) {
                if (files.remove(each.instance()) != null) {
                    refused.add(each);
                }
            }
            files.keySet().forEach(each -> refused.add(new Refused(each, 0, false, "services.send.unanswered")));
        }
    }

    /// Passes on that the person gave up; what a server counts is not what the person counts.
    private record GivenUp(Progress progress) implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
