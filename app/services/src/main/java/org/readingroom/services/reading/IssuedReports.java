package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.Set;
import org.readingroom.report.model.Stage;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.OutboxKinds;

/// Which reports are given out: a version of theirs was reviewed, and not withdrawn before it reached the hospital.
public record IssuedReports(Set<String> withdrawn) {
    public IssuedReports {
        withdrawn = Set.copyOf(withdrawn);
    }

    /// As it is in this transaction.
    public static IssuedReports in(Transaction transaction) throws StoreException {
        Set<String> withdrawn = new HashSet<>();
        for (OutboxTable.Row row : OutboxTable.withdrawn(transaction)) {
            if (row.kind().equals(OutboxKinds.REPORT)) {
                withdrawn.add(row.report() + '/' + row.version());
            }
        }
        return new IssuedReports(withdrawn);
    }

    /// `study` is its key in the tables.
    public boolean isOf(Transaction transaction, byte[] study) throws StoreException {
        return VersionTable.ofStudy(transaction, study).stream()
                .anyMatch(version -> version.stage().equals(Stage.REVIEW.name())
                        && !withdrawn.contains(version.report() + '/' + version.version()));
    }
}
