package org.readingroom.services.reading;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.store.DraftTable;
import org.readingroom.viewer.model.WorkstationException;

/// What words being written go on from: `version` signed versions, and the draft that was in the store, by the
/// `revision` it had; empty for none.
///
/// A draft that somebody else put there meanwhile, as when a change of the hospital was taken, has another revision:
/// words that do not know it are refused, so that neither text goes unseen.
// [impl->req~report.draft.stale-refused~1]
public record DraftBase(int version, @Nullable String revision) {
    private static final int TAG_BYTES = 16;

    /// Goes on from whatever draft there is.
    static DraftBase ofVersion(int version) {
        return new DraftBase(version, null);
    }

    /// Each sealing has a tag of its own, also of the same words.
    static String revision(DraftTable.Row row) {
        byte[] body = row.body();
        return HexFormat.of().formatHex(body, Math.max(0, body.length - TAG_BYTES), body.length);
    }

    /// **Errors:** `services.report.draft-changed`.
    void refuse(Optional<DraftTable.Row> here) throws WorkstationException {
        if (revision != null && here.isPresent() && !revision.equals(revision(here.get()))) {
            throw new WorkstationException("services.report.draft-changed", "another draft than was taken up");
        }
    }
}
