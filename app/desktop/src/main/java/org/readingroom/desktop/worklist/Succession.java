package org.readingroom.desktop.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistRow;

/// Which row is selected once the rows were exchanged.
///
/// Who types or chooses a chip has the first of what they asked for. Rows that come and go by themselves put
/// nobody else in the place of the selected patient: who presses Enter at that moment would open a case that
/// they never chose.
// [impl->req~worklist.selection~1]
final class Succession {
    private boolean isWanted;
    private boolean isLost;

    /// The person wants other rows: holds until they are there.
    void wanted() {
        isWanted = true;
    }

    /// `kept` is where the selected row is among `shown`, below zero when it is not; `selected` is null where
    /// none was.
    @Nullable
    WorklistRow next(List<WorklistRow> shown, int kept, @Nullable WorklistRow selected) {
        boolean isToBegin = isWanted || selected == null && !isLost;
        isWanted = false;
        WorklistRow next = kept >= 0 ? shown.get(kept) : isToBegin && !shown.isEmpty() ? shown.getFirst() : null;
        isLost = next == null && (selected != null || isLost);
        return next;
    }
}
