package org.readingroom.desktop.hospital;

import org.readingroom.desktop.worklist.IdentityDifference;
import org.readingroom.services.reading.WorklistRow;

/// A case to be read, and how much of its study is here.
///
/// **Units:** `bytes` of what lies in the cache; 0 for what came by hand.
public record ReadyRow(WorklistRow row, boolean isMine, ReadyStand stand, long bytes) {
    /// Whether it can be read without the servers: all of it is here for sure, and of the patient of the order.
    public boolean isReady() {
        return stand.isReady() && IdentityDifference.of(row) == IdentityDifference.NONE;
    }

    ReadyRow with(ReadyStand other) {
        return new ReadyRow(row, isMine, other, bytes);
    }

    ReadyRow with(long otherBytes) {
        return new ReadyRow(row, isMine, stand, otherBytes);
    }
}
