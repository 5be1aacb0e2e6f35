package org.readingroom.desktop.worklist;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.reading.WorklistRow;

/// A cell that shows more than one line of words.
final class NodeCell extends TableCell<WorklistRow, WorklistRow> {
    private final Function<WorklistRow, Node> shown;

    NodeCell(Function<WorklistRow, Node> shown) {
        this.shown = shown;
    }

    @Override
    protected void updateItem(@Nullable WorklistRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : shown.apply(row));
    }
}
