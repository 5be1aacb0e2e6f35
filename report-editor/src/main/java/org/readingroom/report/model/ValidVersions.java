package org.readingroom.report.model;

import java.util.List;

/// Which of the signed versions of one report may be read as holding.
///
/// A re-reading that waits for its review is signed and is on record, and what was given out before it stays the one
/// version that holds. Once reviewed, its author is among those who made what holds.
// [impl->req~report.workflow.reread-valid~1]
public final class ValidVersions {
    private ValidVersions() {}

    /// `versions` without the re-readings that nobody reviewed yet; the last is the one that holds.
    ///
    /// **Order:** oldest first, as they come.
    public static List<SignedReport> of(List<SignedReport> versions) {
        int end = versions.size();
        while (end > 0 && versions.get(end - 1).act().stage() == Stage.REREAD) {
            end--;
        }
        return List.copyOf(versions.subList(0, end));
    }

    /// Whether a re-reading waits for its review, or was sent back to be signed again.
    public static boolean isBeingReread(List<SignedReport> versions) {
        return !versions.isEmpty() && versions.getLast().act().stage() == Stage.REREAD;
    }
}
