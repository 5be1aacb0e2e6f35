package org.readingroom.desktop.worklist;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistRow;

/// One column of the list. `rank` says when it gives way in a narrow window: 0 never, else the higher the sooner;
/// `isOfTheHospital` is one that is empty without orders.
final class ListColumn extends TableColumn<WorklistRow, WorklistRow> {
    private final Function<ListSight, Comparator<WorklistRow>> order;
    private final int rank;
    private final boolean isOfTheHospital;

    ListColumn(
            String name,
            double width,
            double least,
            int rank,
            boolean isOfTheHospital,
            Function<ListSight, Comparator<WorklistRow>> order,
            Words words,
            java.util.function.Supplier<TableCell<WorklistRow, WorklistRow>> cell) {
        this.order = order;
        this.rank = rank;
        this.isOfTheHospital = isOfTheHospital;
        setId("column-" + name);
        textProperty().bind(words.text("desktop.column." + name));
        setPrefWidth(width);
        setMinWidth(least);
        setReorderable(false);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        setCellFactory(column -> cell.get());
    }

    /// How its rows are sorted, in the direction chosen now.
    Function<ListSight, Comparator<WorklistRow>> order() {
        boolean isDown = getSortType() == SortType.DESCENDING;
        return sight -> isDown ? order.apply(sight).reversed() : order.apply(sight);
    }

    int rank() {
        return rank;
    }

    boolean isOfTheHospital() {
        return isOfTheHospital;
    }
}
