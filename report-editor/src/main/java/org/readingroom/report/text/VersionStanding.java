package org.readingroom.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// What a reader has to know of how a version stands to the others: that it is temporary, whose
/// place it takes, or that it waits for its review and another holds.
// [impl->req~report.workflow.temporary~1]
public final class VersionStanding {
    private VersionStanding() {}

    /// **Order:** `versions` oldest first; the last is the one that is read.
    public static List<String> lines(List<SignedReport> versions, Messages words) {
        List<String> lines = new ArrayList<>();
        if (versions.isEmpty()) {
            return lines;
        }
        Stage stage = versions.getLast().act().stage();
        List<SignedReport> before = versions.subList(0, versions.size() - 1);
        if (stage == Stage.TEMPORARY) {
            lines.add(words.get("report.pdf.temporary"));
        }
        if (stage == Stage.CORRECTION || stage == Stage.AMENDMENT) {
            lines.add(words.get(
                    "report.pdf.replaces",
                    ValidVersions.of(before).getLast().act().version()));
        }
        if (stage == Stage.REREAD) {
            lines.add(words.get("report.pdf.rereading"));
        }
        Optional<SignedReport> temporary = before.stream()
                .filter(one -> one.act().stage() == Stage.TEMPORARY)
                .reduce((earlier, later) -> later);
        if (temporary.isPresent() && Stage.isIssued(versions) && stage != Stage.REREAD) {
            lines.add(words.get("report.pdf.formal", temporary.get().act().version()));
        }
        return lines;
    }
}
