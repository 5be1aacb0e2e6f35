package org.readingroom.desktop.worklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistFilter;
import org.readingroom.services.reading.WorklistRow;

/// What a list of rows comes to: those that are shown, in their order, and how many each chip would show.
///
/// `selected` is where the row that was selected is now, -1 when it is shown no more.
record SiftedRows(List<WorklistRow> shown, Map<Chip, Integer> counts, int total, boolean hasOrders, int selected) {
    static final SiftedRows NONE = new SiftedRows(List.of(), Map.of(), 0, false, -1);

    /// What is asked of the rows; `order` is null for the order in which they come.
    record Question(
            List<WorklistRow> rows,
            String text,
            Chip chip,
            Predicate<WorklistRow> further,
            @Nullable Function<ListSight, Comparator<WorklistRow>> order,
            @Nullable WorklistRow selected) {}

    int count(Chip chip) {
        return counts.getOrDefault(chip, 0);
    }

    /// **Thread:** any but FX: a hundred thousand rows take some tens of milliseconds.
    // [impl->req~worklist.fluent~1]
    static SiftedRows of(Question question, ListSight moment) {
        ListSight sight = moment.held();
        WorklistFilter words = new WorklistFilter(question.text());
        int[] counts = new int[Chip.values().length];
        boolean hasOrders = false;
        List<WorklistRow> shown = new ArrayList<>();
        for (WorklistRow row : question.rows()) {
            hasOrders |= row.order() != null;
            boolean isTaken = false;
            for (Chip chip : Chip.values()) {
                if (chip.takes(row, sight)) {
                    counts[chip.ordinal()]++;
                    isTaken |= chip == question.chip();
                }
            }
            if (isTaken && words.isIn(row.searchText()) && question.further().test(row)) {
                shown.add(row);
            }
        }
        if (question.order() != null) {
            shown.sort(question.order().apply(sight));
        }
        Map<Chip, Integer> byChip = new EnumMap<>(Chip.class);
        for (Chip chip : Chip.values()) {
            byChip.put(chip, counts[chip.ordinal()]);
        }
        return new SiftedRows(
                Collections.unmodifiableList(shown),
                byChip,
                question.rows().size(),
                hasOrders,
                place(shown, question.selected()));
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
