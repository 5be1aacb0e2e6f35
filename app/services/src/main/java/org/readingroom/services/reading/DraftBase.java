package org.readingroom.services.reading;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;

/// What words being written go on from: `version` signed versions; the `act` that said last who is next, empty for
/// none; and the draft that was in the store, by the `revision` it had, empty for none. `writing` tells one taking up
/// from every other, also of the same person.
///
/// A draft that somebody else put there meanwhile, as when a change of the hospital was taken, has another revision,
/// and a report that was sent back or asked about has another act: words that do not know it are refused, so that
/// neither text goes unseen.
// [impl->req~report.draft.stale-refused~1]
public record DraftBase(
        int version, @Nullable String act, @Nullable String revision, String writing) {
    private static final int TAG_BYTES = 16;

    /// Of a report that is taken up now.
    static DraftBase taken(int version, @Nullable String act, @Nullable String revision) {
        return new DraftBase(version, act, revision, UUID.randomUUID().toString());
    }

    /// The same writing, later.
    public DraftBase with(int newVersion, @Nullable String newRevision) {
        return new DraftBase(newVersion, act, newRevision, writing);
    }

    /// Goes on from whatever draft there is, and whatever was done.
    static DraftBase ofVersion(int version) {
        return taken(version, null, null);
    }

    /// Each sealing has a tag of its own, also of the same words.
    static String revision(DraftTable.Row row) {
        byte[] body = row.body();
        return HexFormat.of().formatHex(body, Math.max(0, body.length - TAG_BYTES), body.length);
    }

    /// A draft that was known and is there no more was discarded: its words do not come back by themselves.
    ///
    /// **Errors:** `services.report.draft-changed`.
    void refuse(Optional<DraftTable.Row> here) throws StaleWordsException {
        boolean isKnown = here.isEmpty() ? revision == null || revision.isEmpty() : isOf(here.get());
        if (!isKnown) {
            throw new StaleWordsException("services.report.draft-changed", "another draft than was taken up");
        }
    }

    /// Whether these words go on from `draft`, or from whatever there is.
    boolean isOf(DraftTable.Row draft) {
        return revision == null || revision.equals(revision(draft));
    }

    /// **Errors:** `services.report.acted-meanwhile`.
    // [impl->req~report.workflow.acts-compared~1]
    void refuseActs(Transaction transaction, byte[] study) throws StaleWordsException, StoreException {
        if (act != null && !act.equals(CourseTable.lastDeciding(transaction, study))) {
            throw new StaleWordsException("services.report.acted-meanwhile", "another act than was known");
        }
    }
}
