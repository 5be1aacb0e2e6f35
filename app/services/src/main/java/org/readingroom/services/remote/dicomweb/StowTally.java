package org.readingroom.services.remote.dicomweb;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StoreReason;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.task.Progress;

/// Gathers what became of each file, once.
final class StowTally {
    private final int total;
    private final Progress progress;
    private final List<SopInstanceUid> stored = new ArrayList<>();
    private final List<StoreAnswer.Refused> refused = new ArrayList<>();

    StowTally(int total, Progress progress) {
        this.total = total;
        this.progress = progress;
    }

    void stored(StowFile file) {
        stored.add(file.instance());
        tell();
    }

    /// For a reason that the archive gave.
    void refused(StowFile file, int reason) {
        refused(file, reason, StoreReason.isFinal(reason), StoreReason.messageKey(reason));
    }

    void refused(StowFile file, int reason, boolean isFinal, String messageKey) {
        refused.add(new StoreAnswer.Refused(file.instance(), reason, isFinal, messageKey));
        tell();
    }

    boolean isCancelled() {
        return progress.isCancelled();
    }

    StoreAnswer answer() {
        return new StoreAnswer(stored, refused);
    }

    private void tell() {
        progress.at(stored.size() + (long) refused.size(), total);
    }
}
