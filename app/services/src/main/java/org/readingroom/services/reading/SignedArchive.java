package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.WorkstationException;

/// Every signed version of this home, the newest first, opened one by one.
///
/// **Thread:** `io`; blocks.
public final class SignedArchive {
    /// chosen: rows without their words, a few kilobytes a round.
    private static final int ROUND = 200;

    private final Database documents;
    private final Seal seal;

    public SignedArchive(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    /// A version and its place among all, which only grows.
    public record Kept(long position, SignedReport signed) {}

    /// Hands over each version that was kept after `position`, the newest first, until `each` answers false.
    ///
    /// **Errors:** those of the store, and of a version that cannot be opened.
    public void read(long position, Predicate<Kept> each) throws WorkstationException {
        long before = Long.MAX_VALUE;
        while (true) {
            long from = before;
            List<VersionTable.Row> rows = documents.read(t -> VersionTable.between(t, position, from, ROUND));
            for (VersionTable.Row row : rows) {
                if (!each.test(new Kept(row.auditSequence(), opened(row)))) {
                    return;
                }
                before = row.auditSequence();
            }
            if (rows.size() < ROUND) {
                return;
            }
        }
    }

    /// The versions of one report, the oldest first.
    public List<SignedReport> ofReport(ReportId report) throws WorkstationException {
        List<SignedReport> versions = new ArrayList<>();
        for (VersionTable.Row row : documents.read(t -> VersionTable.ofReport(t, report.value()))) {
            versions.add(opened(row));
        }
        return versions;
    }

    /// The version that `row` lists.
    public SignedReport opened(VersionTable.Row row) throws WorkstationException {
        byte[] body = documents
                .read(t -> VersionTable.body(t, row.report(), row.version()))
                .orElseThrow(() -> new WorkstationException("services.report.unknown", "no such version"));
        return ReportJson.readSigned(seal.open(body, SignedVersions.context("body", row.report(), row.version())));
    }
}
