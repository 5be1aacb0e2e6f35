package org.readingroom.services.reporting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.services.reading.SignedDispatch;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.viewer.model.StudyUid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of the work on a case goes to the RIS: news of its Task, put into the outbox in the transaction of the act.
// [impl->req~report.fhir.case-told~1]
final class CaseDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(CaseDispatch.class);

    private final SignedDispatch dispatch;

    CaseDispatch(SignedDispatch dispatch) {
        this.dispatch = dispatch;
    }

    /// The Task of the one order that `study` answers; nothing where the RIS has none, or it cannot be said which.
    Optional<String> task(StudyUid study) {
        return dispatch.task(study);
    }

    /// Puts in what happened to the case; the entry has the id of the act. `version` is the one of `report` it is
    /// about, 0 and empty where it is about none.
    void putIn(Transaction transaction, StudyUid study, String report, int version, CaseNews news, Instant at)
            throws StoreException {
        byte[] body = news.bytes();
        dispatch.putIn(
                transaction,
                new OutboxEntry(
                        news.id(),
                        study,
                        report,
                        version,
                        OutboxKinds.CASE,
                        "application/json",
                        "ris",
                        at,
                        OutboxEntry.State.WAITING,
                        0,
                        body.length),
                body);
    }

    /// That nobody is told of an act, since there is no Task to say it of.
    static void untold(UUID act) {
        LOG.info("the RIS is not told of act {}: it has no one Task of the case", act);
    }

    /// To be called when the transaction is through.
    void queued() {
        dispatch.queued();
    }
}
