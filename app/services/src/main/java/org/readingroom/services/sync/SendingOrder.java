package org.readingroom.services.sync;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.store.OutboxTable;

/// Which entry goes next.
///
/// The versions of one report reach the RIS in the order they were signed, and a document of a report leaves for
/// the archive when the RIS has that version: an archive keeps what it was given. An entry that is in nobody's hands
/// keeps later ones of its report back, until a person has seen to it; entries of other reports go on.
///
/// The same holds for what is told of the critical values of one study, and of how the work on it stands: what is put
/// right, or ends, comes after that. That no report can rest on the images does not wait for what is told of the
/// report, which may itself wait for a person: a Task comes to the same whichever of the two arrives first.
///
/// Nothing waits for a server that this home is not set up with.
// [impl->req~outbox.order~1]
final class SendingOrder {
    static final String RIS = "ris";

    /// A server is obeyed for an hour at most when it wants to be left alone, and a random part comes on top.
    private static final Duration LONGEST_REST = Duration.ofMinutes(70);

    private SendingOrder() {}

    /// `open` in the order they came; `due` by entry; `servers` are the targets that have one.
    static Optional<OutboxTable.Row> next(
            List<OutboxTable.Row> open, String target, Map<String, Long> due, Set<String> servers, long now) {
        return open.stream()
                .filter(row -> row.target().equals(target) && isWaiting(row))
                .filter(row -> isDue(due.getOrDefault(row.id(), 0L), now))
                .filter(row -> before(row, open, servers).isEmpty())
                .findFirst();
    }

    /// When the earliest entry of `target` may go, as far as its own plan says; nothing when none waits.
    static Optional<Long> earliest(
            List<OutboxTable.Row> open, String target, Map<String, Long> due, Set<String> servers) {
        return open.stream()
                .filter(row -> row.target().equals(target) && isWaiting(row))
                .filter(row -> before(row, open, servers).isEmpty())
                .map(row -> due.getOrDefault(row.id(), 0L))
                .min(Long::compare);
    }

    /// The entry that has to reach its server before `row` may leave.
    static Optional<OutboxTable.Row> before(OutboxTable.Row row, List<OutboxTable.Row> open, Set<String> servers) {
        if (!servers.contains(RIS)) {
            return Optional.empty();
        }
        return open.stream()
                .takeWhile(other -> !other.id().equals(row.id()))
                .filter(other -> other.target().equals(RIS) && comesBefore(other, row))
                .findFirst();
    }

    private static boolean comesBefore(OutboxTable.Row other, OutboxTable.Row row) {
        if (row.kind().equals(OutboxKinds.CRITICAL)) {
            return other.kind().equals(OutboxKinds.CRITICAL) && Arrays.equals(other.study(), row.study());
        }
        if (row.kind().equals(OutboxKinds.CASE)
                && other.kind().equals(OutboxKinds.CASE)
                && Arrays.equals(other.study(), row.study())
                && (other.report().isEmpty() || !row.report().isEmpty())) {
            return true;
        }
        return !row.report().isEmpty() && other.report().equals(row.report()) && !OutboxKinds.isBeside(other.kind());
    }

    /// A plan beyond all rests was made while the clock was ahead: it holds no longer.
    static boolean isDue(long due, long now) {
        return due <= now || due > now + LONGEST_REST.toMillis();
    }

    private static boolean isWaiting(OutboxTable.Row row) {
        return row.state().equals(OutboxEntry.State.WAITING.name());
    }
}
