package org.readingroom.desktop.worklist;

import java.util.Comparator;
import java.util.List;

/// Lets columns give way where the window is too narrow for all, and hides those that are empty without a hospital.
final class ColumnRoom {
    /// chosen: the bar that scrolls and the frame.
    private static final double BESIDE = 18;

    private final WorklistTable table;
    private final WorklistViewModel model;
    /// Held here: columns of the table come and go.
    private final List<ListColumn> columns;

    ColumnRoom(WorklistTable table, WorklistViewModel model) {
        this.table = table;
        this.model = model;
        this.columns = table.all();
        table.widthProperty().subscribe(this::fit);
        model.siftedProperty().subscribe(this::fit);
    }

    private void fit() {
        double room = table.getWidth() - BESIDE;
        if (room <= 0) {
            return;
        }
        boolean hasOrders = model.siftedProperty().get().hasOrders();
        List<ListColumn> useful = columns.stream()
                .filter(column -> hasOrders || !column.isOfTheHospital())
                .toList();
        List<ListColumn> yielding = useful.stream()
                .filter(column -> column.rank() > 0)
                .sorted(Comparator.comparingInt(ListColumn::rank).reversed())
                .toList();
        double needed = useful.stream().mapToDouble(ListColumn::getMinWidth).sum();
        int gone = 0;
        while (needed > room && gone < yielding.size()) {
            needed -= yielding.get(gone).getMinWidth();
            gone++;
        }
        List<ListColumn> hidden = yielding.subList(0, gone);
        columns.forEach(column -> column.setVisible(useful.contains(column) && !hidden.contains(column)));
    }
}
