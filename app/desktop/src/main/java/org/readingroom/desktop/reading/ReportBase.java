package org.readingroom.desktop.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What the open report goes on from: how many signed versions, the last act about them, and the draft that it put into
/// the store last. Saves
/// and signatures follow one another, each from where the one before ended.
///
/// **Thread:** FX, but where said.
// [impl->req~report.draft.stale-refused~1]
final class ReportBase {
    interface Signature {
        SignedReport make(DraftBase base) throws WorkstationException;
    }

    private final ReportService reports;
    private final Object turn = new Object();
    private final DraftBase taken;
    private int version;
    private @Nullable String revision;

    ReportBase(ReportService reports, DraftBase base) {
        this.reports = reports;
        this.taken = base;
        this.version = base.version();
        this.revision = base.revision();
    }

    /// It grows by one with each signature made here.
    int version() {
        return version;
    }

    void signed(int newVersion) {
        version = newVersion;
    }

    /// **Thread:** `io`.
    Instant save(Report draft, int from) throws WorkstationException {
        synchronized (turn) {
            var saved = reports.saveDraft(draft, taken.with(from, revision));
            revision = saved.base().revision();
            return saved.at();
        }
    }

    /// Throws the draft away that was written here, or taken up and not changed since.
    ///
    /// **Thread:** `io`.
    boolean discard(StudyUid study, String why) throws WorkstationException {
        synchronized (turn) {
            return reports.discardDraft(study, taken.with(taken.version(), revision), why);
        }
    }

    /// **Thread:** `io`.
    SignedReport sign(Signature signature, int from) throws WorkstationException {
        synchronized (turn) {
            SignedReport signed = signature.make(taken.with(from, revision));
            revision = "";
            return signed;
        }
    }
}
