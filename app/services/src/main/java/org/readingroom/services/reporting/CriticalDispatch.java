package org.readingroom.services.reporting;

import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.fhir.CriticalBundle;
import org.readingroom.report.fhir.CriticalMessage;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.reading.SignedDispatch;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.viewer.model.StudyUid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What of a critical value goes to the RIS: finished bytes, put into the outbox in the transaction of the event.
// [impl->req~report.critical.told-ris~1]
final class CriticalDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(CriticalDispatch.class);

    private final SignedDispatch dispatch;

    CriticalDispatch(SignedDispatch dispatch) {
        this.dispatch = dispatch;
    }

    /// Whose the study is; nothing where it is not here, so that nobody can be told of it by this way.
    Optional<StudyIdentity> identity(StudyUid study) {
        return dispatch.study(study).map(here -> StudyIdentity.of(here, ""));
    }

    /// Puts in what the last event of `loop` tells; the entry has the event's id.
    void putIn(Transaction transaction, CriticalCase loop, Optional<StudyIdentity> study) throws StoreException {
        CriticalEvent last = loop.events().getLast();
        if (study.isEmpty()) {
            LOG.warn("an event of a critical value is not told to the RIS: its study is not here");
            return;
        }
        Optional<CriticalMessage> message = CriticalBundle.last(loop, study.get());
        if (message.isPresent()) {
            byte[] body = message.get().bytes();
            UUID id = last.id();
            dispatch.putIn(
                    transaction,
                    new OutboxEntry(
                            id,
                            loop.finding().study(),
                            "",
                            0,
                            OutboxKinds.CRITICAL,
                            ReportBundle.MEDIA_TYPE,
                            "ris",
                            last.recordedAt(),
                            OutboxEntry.State.WAITING,
                            0,
                            body.length),
                    body);
        }
    }

    /// To be called when the transaction is through.
    void queued() {
        dispatch.queued();
    }
}
