package org.readingroom.services.archive;

import java.util.List;
import org.readingroom.viewer.model.SopInstanceUid;

/// What became of files given to an archive.
public record StoreAnswer(List<SopInstanceUid> stored, List<Refused> refused) {
    public StoreAnswer {
        stored = List.copyOf(stored);
        refused = List.copyOf(refused);
    }

    /// `reason` is Failure Reason (0008,1197), 0 when not said; `isFinal` when trying again is of no use.
    public record Refused(SopInstanceUid instance, int reason, boolean isFinal, String messageKey) {}

    public boolean isWhole() {
        return refused.isEmpty();
    }
}
