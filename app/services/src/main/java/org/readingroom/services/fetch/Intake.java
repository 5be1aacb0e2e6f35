package org.readingroom.services.fetch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.store.ExpectedStudies.Fetched;
import org.readingroom.services.store.InstanceHeader;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.store.StudyStore.Arrival;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Takes the files of one study in: looked at, sealed onto the disk, then entered into the index in batches.
///
/// **Thread:** any but `fx` and `gl`; blocks; several at once.
final class Intake {
    /// chosen: one index transaction then costs less than the files themselves.
    private static final int BATCH = 100;

    /// chosen: what has come is on screen within a blink, also on a slow link.
    private static final long LONGEST_NANOS = 150_000_000;

    /// Told what is in the index now.
    interface Entered {
        /// Returns how many of the study are here with these.
        int entered(List<InstanceHeader> headers);

        /// The count is written down too.
        void counted();
    }

    private final FetchStore store;
    private final StudyUid study;
    private final InstanceCheck check;
    private final Entered told;
    private final Object entering = new Object();
    private final Set<SopInstanceUid> taken = new HashSet<>();
    private final Set<SopInstanceUid> taking = new HashSet<>();
    private List<Arrival> batch = new ArrayList<>();
    private long lastNanos = System.nanoTime() - 2 * LONGEST_NANOS;
    private boolean isAudited;

    Intake(FetchStore store, StudyUid study, String patientId, Entered told) {
        this.store = store;
        this.study = study;
        this.check = new InstanceCheck(store.studies(), study, patientId);
        this.told = told;
    }

    /// **Errors:** says what is wrong with the file.
    InstanceHeader header(byte[] bytes) throws WorkstationException {
        return check.header(bytes);
    }

    /// Keeps a file that is what `listed` says; one that is here already changes nothing.
    ///
    /// **Errors:** [StoreException] when it cannot be kept; others say what is wrong with the file.
    void take(InstanceHeader header, byte[] bytes, ArchiveInstance listed) throws WorkstationException {
        check.identity(header, listed);
        SopInstanceUid uid = header.uid();
        synchronized (taken) {
            // a file that has vanished since is taken again
            boolean isHere = taken.contains(uid) && store.files().exists(uid);
            if (isHere || !taking.add(uid)) {
                return;
            }
        }
        try {
            String sha256 = StudyStore.sha256Of(bytes);
            if (!isHeld(uid, sha256)) {
                write(uid, bytes, sha256);
            }
            synchronized (taken) {
                taken.add(uid);
            }
            enter(new Arrival(header, bytes.length, sha256));
        } catch (WorkstationException | RuntimeException e) {
            synchronized (taken) {
                taken.remove(uid);
            }
            throw e;
        } finally {
            synchronized (taken) {
                taking.remove(uid);
            }
        }
    }

    private void write(SopInstanceUid uid, byte[] bytes, String sha256) throws WorkstationException {
        try {
            store.files().write(uid, bytes);
        } catch (StoreException e) {
            // an import may have brought the same file in this moment
            if (!store.files().exists(uid)
                    || !StudyStore.sha256Of(store.files().read(uid)).equals(sha256)) {
                throw e;
            }
        }
    }

    /// A file without a row is what an ended program left: kept when it is the same, else put aside.
    private boolean isHeld(SopInstanceUid uid, String sha256) throws WorkstationException {
        if (!store.files().exists(uid)) {
            return false;
        }
        try {
            if (StudyStore.sha256Of(store.files().read(uid)).equals(sha256)) {
                return true;
            }
        } catch (SealBrokenException e) {
            // as good as none
        }
        store.files().setAside(uid);
        return false;
    }

    private void enter(Arrival arrival) throws WorkstationException {
        boolean isDue;
        synchronized (taken) {
            batch.add(arrival);
            isDue = batch.size() >= BATCH || System.nanoTime() - lastNanos > LONGEST_NANOS;
        }
        if (isDue) {
            flush();
        }
    }

    /// Enters what has come so far. The trail first: a program ended between the two leaves no image that nobody was
    /// seen to bring in.
    void flush() throws WorkstationException {
        synchronized (entering) {
            List<Arrival> now;
            synchronized (taken) {
                now = batch;
                batch = new ArrayList<>();
                lastNanos = System.nanoTime();
            }
            if (now.isEmpty()) {
                return;
            }
            if (!isAudited) {
                store.audit().append(Action.CREATE, "study.fetch", study.value(), Outcome.SUCCESS, "");
                isAudited = true;
            }
            store.studies().add(now);
            int here = told.entered(now.stream().map(Arrival::header).toList());
            store.expected()
                    .arrived(
                            study,
                            here,
                            now.stream()
                                    .map(one -> new Fetched(one.header().uid(), one.bytes()))
                                    .toList());
            told.counted();
        }
    }
}
