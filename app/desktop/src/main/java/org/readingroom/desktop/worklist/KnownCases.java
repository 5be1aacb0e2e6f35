package org.readingroom.desktop.worklist;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.StudyUid;

/// Cases as the list knows them now, for whoever asked for one a while ago.
public final class KnownCases {
    private final Supplier<List<WorklistRow>> rows;

    public KnownCases(Supplier<List<WorklistRow>> rows) {
        this.rows = rows;
    }

    /// The case of `row` as it is known now; `row` itself when it is no longer there.
    public WorklistRow anew(WorklistRow row) {
        return rows.get().stream().filter(row::isSameCase).findFirst().orElse(row);
    }

    /// The order that `study` is read for.
    public Optional<Order> order(StudyUid study) {
        return rows.get().stream()
                .filter(row -> row.uid().filter(study::equals).isPresent())
                .flatMap(row -> Optional.ofNullable(row.caseOrder()).stream())
                .findFirst();
    }
}
