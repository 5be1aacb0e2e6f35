package org.readingroom.services.reading;

import java.time.Instant;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.Report;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.StudyUid;

/// A report that was changed on the server, beside what is here, for a person to look at.
///
/// `ground` are the words both sides went on from, `mine` those of the draft here, or of the last signed version, and
/// `theirs` those of the server. `merge` brings them together; with conflicts it waits for decisions.
/// `baseVersion` is the number of versions signed when this was read, and `isDraft` says that `mine` was a draft.
/// `isSignedHere` when something signed here has not reached the server: it is withdrawn when the change is taken,
/// and the words are to be signed again. `mayBeTaken` is false when the change can only be seen: the report here is
/// final, or it is void there. `mayBeAccepted` when the report here is final and what is signed next, an addendum, may
/// rest on the server's version; no words are merged then.
public record IncomingChange(
        ServerReports.Incoming incoming,
        StudyUid study,
        Report ground,
        Report mine,
        boolean isDraft,
        int baseVersion,
        Report theirs,
        MergeResult merge,
        boolean isSignedHere,
        boolean mayBeTaken,
        boolean mayBeAccepted) {
    public Instant at() {
        return incoming.at();
    }

    /// The state there, in FHIR's word.
    public String status() {
        return incoming.filed().status();
    }
}
