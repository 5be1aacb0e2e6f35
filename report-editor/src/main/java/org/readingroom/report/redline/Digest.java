package org.readingroom.report.redline;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What others changed of one person's reports in a period, the newest first.
///
/// `unread` counts reports that are there and cannot be read.
// [impl->req~report.digest.kinds~1]
public record Digest(List<DigestEntry> entries, int unread) {
    public Digest {
        entries = List.copyOf(entries);
    }

    /// `reports` are the signed versions of each report, oldest first.
    public static Digest of(String userId, List<List<RedlineVersion>> reports, Instant from, int unread) {
        return new Digest(
                reports.stream()
                        .map(versions -> DigestEntry.of(userId, versions, from))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(DigestEntry::newest).reversed())
                        .toList(),
                unread);
    }

    /// How many changes of all reports are of each kind.
    public Map<ChangeKind, Integer> counts() {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        entries.forEach(entry -> entry.counts().forEach((kind, count) -> counts.merge(kind, count, Integer::sum)));
        return counts;
    }

    /// How many marks, positive or negative, were turned.
    public int marks() {
        return entries.stream().mapToInt(entry -> entry.marks().size()).sum();
    }
}
