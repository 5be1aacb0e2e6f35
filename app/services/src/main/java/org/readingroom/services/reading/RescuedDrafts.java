package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Drafts that the disk did not take, as they count beside those in the database.
///
/// **Thread:** any but `fx` and `gl`; blocks.
final class RescuedDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(RescuedDrafts.class);

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final DraftRescue rescue;

    RescuedDrafts(Database documents, Seal seal, AuditTrail audit, DraftRescue rescue) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.rescue = rescue;
    }

    /// The newest words of a study that the disk did not take and that would come back at the next sign-in.
    // [impl->req~report.draft.rescued-open~1]
    Optional<DraftTable.Row> in(Transaction transaction, byte[] study) throws WorkstationException {
        Optional<DraftTable.Row> newest = Optional.empty();
        for (DraftRescue.Found found : rescue.all()) {
            try {
                if (Arrays.equals(found.row().study(), study)
                        && Arrays.equals(key(read(found.row()).study().study()), study)
                        && isDue(transaction, found.row())
                        && (newest.isEmpty()
                                || newest.get().saved() < found.row().saved())) {
                    newest = Optional.of(found.row());
                }
            } catch (StoreException e) {
                throw e;
            } catch (WorkstationException e) {
                LOG.warn("a rescued draft is left in its file: {}", e.messageKey());
            }
        }
        return newest;
    }

    /// Brings rescued words back as drafts; returns their studies' reports. One that is older than what is here goes;
    /// one whose report was signed since, or that does not open, stays in its file for a person.
    List<Report> bringBack() throws WorkstationException {
        List<Report> back = new ArrayList<>();
        for (DraftRescue.Found found : rescue.all()) {
            try {
                Report report = read(found.row());
                if (!Arrays.equals(key(report.study().study()), found.row().study())) {
                    throw new SealBrokenException("a rescued draft of another study", null);
                }
                Optional<AuditTable.Row> head = documents.write(t -> bringBack(t, found.row()));
                if (head.isPresent()) {
                    audit.publish(head.get());
                    back.add(report);
                }
                rescue.forget(found.file());
            } catch (WorkstationException e) {
                LOG.warn("a rescued draft stays in its file: {}", e.messageKey());
            }
        }
        return List.copyOf(back);
    }

    private Optional<AuditTable.Row> bringBack(Transaction transaction, DraftTable.Row row)
            throws WorkstationException {
        if (!isDue(transaction, row)) {
            return Optional.empty();
        }
        DraftTable.save(transaction, row);
        return Optional.of(
                audit.appendIn(transaction, Action.UPDATE, "report.rescue", row.report(), Outcome.SUCCESS, ""));
    }

    /// Whether rescued words are newer than what is here; refuses those that came too late for their report.
    private static boolean isDue(Transaction transaction, DraftTable.Row row) throws WorkstationException {
        Drafts.refuseStale(transaction, row);
        if (CourseTable.decidedAfter(transaction, row.study(), row.saved())) {
            throw new StaleWordsException("services.report.acted-meanwhile", "handed on since");
        }
        Optional<DraftTable.Row> here = DraftTable.ofStudy(transaction, row.study());
        if (here.isPresent() && !here.get().report().equals(row.report())) {
            throw new WorkstationException("services.report.other-draft", "another draft of the study");
        }
        return here.isEmpty() || here.get().saved() < row.saved();
    }

    private Report read(DraftTable.Row row) throws WorkstationException {
        return ReportJson.read(seal.open(row.body(), Drafts.context(row.report())));
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }
}
