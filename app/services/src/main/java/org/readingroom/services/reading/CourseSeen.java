package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.CriticalTable;
import org.readingroom.services.store.ImageQualityTable;
import org.readingroom.services.store.OutboxTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.WorkstationException;

/// What was on record of one report before the rules were asked: the digests of its versions, which of them were
/// withdrawn, what was done about them, and the newest of what was judged of its images and of its critical values.
///
/// A signature or an act is kept only by a transaction that still finds the same: of two who decide on the same
/// ground, one is first and the other is told.
// [impl->req~report.workflow.acts-compared~1]
public record CourseSeen(
        List<String> versions,
        Set<String> withdrawn,
        List<String> acts,
        Optional<String> quality,
        Optional<String> critical) {
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
                        .toList(),
                ImageQualityTable.newest(transaction, study),
                CriticalTable.newest(transaction, study));
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

    /// The same, and of what else a signature rests on.
    ///
    /// **Errors:** `services.report.graded-meanwhile`, `services.report.critical-meanwhile`.
    // [impl->req~report.workflow.ground-compared~1]
    void refuseSigningUnless(CourseSeen now) throws WorkstationException {
        refuseUnless(now);
        if (!quality.equals(now.quality)) {
            throw new WorkstationException("services.report.graded-meanwhile", "the images were judged since");
        }
        if (!critical.equals(now.critical)) {
            throw new WorkstationException("services.report.critical-meanwhile", "a critical value came since");
        }
    }
}
