package org.readingroom.desktop.worklist;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.reading.WorklistRows;

/// What a list of rows comes to: those that are shown, in their order, and how many each chip would show.
///
/// `selected` is where the row that was selected is now, -1 when it is shown no more.
record SiftedRows(List<WorklistRow> shown, Map<Chip, Integer> counts, int total, boolean hasOrders, int selected) {
    static final SiftedRows NONE = new SiftedRows(List.of(), Map.of(), 0, false, -1);

    /// What is asked of the rows; `order` is null for the order in which they come. `counted` is what the same rows
    /// came to
    /// before, when only other words are looked for: its counts still hold.
    record Question(
            List<WorklistRow> rows,
            String text,
            Chip chip,
            Predicate<WorklistRow> further,
            @Nullable Function<ListSight, Comparator<WorklistRow>> order,
            @Nullable WorklistRow selected,
            @Nullable SiftedRows counted) {
        Question(
                List<WorklistRow> rows,
                String text,
                Chip chip,
                Predicate<WorklistRow> further,
                @Nullable Function<ListSight, Comparator<WorklistRow>> order,
                @Nullable WorklistRow selected) {
            this(rows, text, chip, further, order, selected, null);
        }
    }

    int count(Chip chip) {
        return counts.getOrDefault(chip, 0);
    }

    /// **Thread:** any but FX: a million rows take some tens of milliseconds.
    // [impl->req~worklist.fluent~1]
    static SiftedRows of(Question question, ListSight moment) {
        ListSight sight = moment.held();
        List<WorklistRow> rows = question.rows();
        BitSet hits = WorklistRows.of(rows).find(question.text());
        List<WorklistRow> shown = new ArrayList<>(hits.cardinality());
        for (int i = hits.nextSetBit(0); i >= 0; i = hits.nextSetBit(i + 1)) {
            WorklistRow row = rows.get(i);
            if (question.chip().takes(row, sight) && question.further().test(row)) {
                shown.add(row);
            }
        }
        if (question.order() != null) {
            shown.sort(question.order().apply(sight));
        } else if (!sight.critical().isEmpty()) {
            shown.sort(Comparator.comparingInt(sight::criticalRank));
        }
        SiftedRows counted = question.counted() == null ? counted(rows, sight) : question.counted();
        return new SiftedRows(
                Collections.unmodifiableList(shown),
                counted.counts,
                rows.size(),
                counted.hasOrders,
                place(shown, question.selected()));
    }

    /// How many rows each chip would show, and nothing else.
    private static SiftedRows counted(List<WorklistRow> rows, ListSight sight) {
        int[] counts = new int[Chip.values().length];
        boolean hasOrders = false;
        for (WorklistRow row : rows) {
            hasOrders |= row.order() != null;
            for (Chip chip : Chip.values()) {
                if (chip.takes(row, sight)) {
                    counts[chip.ordinal()]++;
                }
            }
        }
        Map<Chip, Integer> byChip = new EnumMap<>(Chip.class);
        for (Chip chip : Chip.values()) {
            byChip.put(chip, counts[chip.ordinal()]);
        }
        return new SiftedRows(List.of(), byChip, rows.size(), hasOrders, -1);
    }

    static int place(List<WorklistRow> rows, @Nullable WorklistRow wanted) {
        for (int i = 0; wanted != null && i < rows.size(); i++) {
            if (rows.get(i).isSameCase(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
