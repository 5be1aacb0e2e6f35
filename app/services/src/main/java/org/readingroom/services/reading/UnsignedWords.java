package org.readingroom.services.reading;

import java.util.Optional;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.store.Transaction;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Whether somebody wrote on since the last signature.
public final class UnsignedWords {
    private final Drafts drafts;

    UnsignedWords(Drafts drafts) {
        this.drafts = drafts;
    }

    /// Whether the draft of `study`, or words of it that the disk did not take, say anything else than `last`; the
    /// number of its patient is no matter of words.
    // [impl->req~report.workflow.acts-no-draft~1]
    public boolean in(Transaction transaction, StudyUid study, Optional<SignedReport> last)
            throws WorkstationException {
        if (last.isEmpty()) {
            return false;
        }
        Report signed = last.get().report();
        return drafts.newestIn(transaction, study)
                .filter(draft -> !draft.withStudy(signed.study()).equals(signed))
                .isPresent();
    }
}
