package org.readingroom.desktop.hospital;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.readingroom.desktop.worklist.ListSight;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.StudyUid;

/// Which cases somebody here is to read: this person's, then those that nobody holds. They are those that are fetched
/// ahead.
///
/// A study of which the hospital's list says nothing is no case where there is such a list, but for this person's
/// drafts.
// [impl->req~hospital.ready~1]
public final class ReadyLists {
    /// A temporary report is not the end of reading either.
    private static final Set<ReadingState> TO_READ =
            EnumSet.of(ReadingState.NEW, ReadingState.DRAFT, ReadingState.TEMPORARY_SIGNED);

    private ReadyLists() {}

    /// In the order of the list; `stand` and `bytes` tell how each study is here.
    public static List<ReadyRow> of(
            List<WorklistRow> rows, ListSight sight, Function<StudyUid, ReadyStand> stand, Map<StudyUid, Long> bytes) {
        boolean hasOrders = rows.stream().anyMatch(row -> row.order() != null);
        List<ReadyRow> mine = new ArrayList<>();
        List<ReadyRow> room = new ArrayList<>();
        for (WorklistRow row : rows) {
            boolean isMine = isMine(row, sight);
            if (isMine || isOfRoom(row, hasOrders)) {
                (isMine ? mine : room)
                        .add(new ReadyRow(
                                row,
                                isMine,
                                row.uid().map(stand).orElse(ReadyStand.NOTHING),
                                row.uid()
                                        .map(study -> bytes.getOrDefault(study, 0L))
                                        .orElse(0L)));
            }
        }
        mine.addAll(room);
        return List.copyOf(mine);
    }

    private static boolean isMine(WorklistRow row, ListSight sight) {
        if (!sight.isMine(row) || row.handedOnBy() != null) {
            return false;
        }
        Order order = row.order();
        return order == null
                ? row.state() == ReadingState.DRAFT
                : order.state() == OrderState.CLAIMED || order.state() == OrderState.WAITING;
    }

    private static boolean isOfRoom(WorklistRow row, boolean hasOrders) {
        Order order = row.caseOrder();
        return order != null ? order.state() == OrderState.WAITING : !hasOrders && TO_READ.contains(row.state());
    }
}
