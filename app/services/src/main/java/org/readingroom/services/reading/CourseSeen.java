package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.WorkstationException;

/// What was on record of one report before the rules were asked: the digests of its versions, which of them were
/// withdrawn, and what was done about them.
///
/// A signature or an act is kept only by a transaction that still finds the same: of two who decide on the same
/// ground, one is first and the other is told.
// [impl->req~report.workflow.acts-compared~1]
public record CourseSeen(List<String> versions, Set<String> withdrawn, List<String> acts) {
    static CourseSeen in(Transaction transaction, byte[] study) throws StoreException {
        List<VersionTable.Row> versions = VersionTable.ofStudy(transaction, study);
        Set<String> reports = new HashSet<>();
        versions.forEach(version -> reports.add(version.report()));
        Set<String> withdrawn = new HashSet<>();
        for (OutboxTable.Row row : OutboxTable.withdrawn(transaction)) {
            if (reports.contains(row.report())) {
                withdrawn.add(row.id());
            }
        }
        return new CourseSeen(
                versions.stream().map(VersionTable.Row::digest).toList(),
                Set.copyOf(withdrawn),
                CourseTable.ofStudy(transaction, study).stream()
                        .map(CourseTable.Sealed::id)
                        .toList());
    }

    /// **Errors:** `services.report.signed-meanwhile`, `services.report.acted-meanwhile`,
    /// `services.report.changed-meanwhile` when a version was withdrawn.
    void refuseUnless(CourseSeen now) throws WorkstationException {
        if (!versions.equals(now.versions)) {
            throw new StaleWordsException(
                    "services.report.signed-meanwhile", "base " + versions.size() + " of " + now.versions.size());
        }
        if (!acts.equals(now.acts)) {
            throw new StaleWordsException(
                    "services.report.acted-meanwhile", "acts " + acts.size() + " of " + now.acts.size());
        }
        if (!withdrawn.equals(now.withdrawn)) {
            throw new StaleWordsException("services.report.changed-meanwhile", "a version was withdrawn");
        }
    }
}
