package org.readingroom.services.reading;

import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Whether somebody wrote on since the last signature.
public final class UnsignedWords {
    private final Seal seal;

    public UnsignedWords(Seal seal) {
        this.seal = seal;
    }

    /// Whether the draft of `study` says anything else than `last`; the number of its patient is no matter of words.
    // [impl->req~report.workflow.acts-no-draft~1]
    public boolean in(Transaction transaction, StudyUid study, Optional<SignedReport> last)
            throws WorkstationException {
        Optional<DraftTable.Row> row = DraftTable.ofStudy(transaction, seal.reference("study", study.value()));
        if (row.isEmpty() || last.isEmpty()) {
            return false;
        }
        Report signed = last.get().report();
        Report draft = ReportJson.read(
                seal.open(row.get().body(), Drafts.context(row.get().report())));
        return !draft.withStudy(signed.study()).equals(signed);
    }
}
