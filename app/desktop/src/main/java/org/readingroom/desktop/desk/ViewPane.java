package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/// The views that one window shows. A window higher than wide shows side by side views one under the other.
public final class ViewPane extends GridPane {
    private final boolean mayTurn;
    private boolean isTurned;
    private int columns;

    /// `rearranged` is called when the pane became higher than wide, or wider than high.
    ViewPane(boolean mayTurn, Runnable rearranged) {
        this.mayTurn = mayTurn;
        getStyleClass().add("desk-views");
        InvalidationListener shape = o -> {
            if (mayTurn && isTurned != isPortrait()) {
                rearranged.run();
            }
        };
        widthProperty().addListener(shape);
        heightProperty().addListener(shape);
    }

    private boolean isPortrait() {
        return getHeight() > getWidth() && getWidth() > 0;
    }

    /// Takes everything out and makes room for so many views.
    void begin(int wantedColumns, int wantedRows) {
        isTurned = mayTurn && isPortrait();
        boolean isOther = isTurned && wantedColumns > wantedRows;
        columns = Math.max(1, isOther ? wantedRows : wantedColumns);
        int rows = isOther ? wantedColumns : wantedRows;
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(constraints);
        }
        for (int row = 0; row < rows; row++) {
            RowConstraints constraints = new RowConstraints();
            constraints.setPercentHeight(100.0 / rows);
            getRowConstraints().add(constraints);
        }
    }

    /// Puts the `index`-th of its views in, with what it is taken by.
    void put(int index, ViewportNode node, @Nullable Node grip) {
        int column = index % columns;
        int row = index / columns;
        setHgrow(node, Priority.ALWAYS);
        setVgrow(node, Priority.ALWAYS);
        node.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        add(node, column, row);
        // over the upper edge of its view, under the letter of the direction
        Optional.ofNullable(grip).ifPresent(held -> {
            setHalignment(held, HPos.CENTER);
            setValignment(held, VPos.TOP);
            add(held, column, row);
        });
        node.refresh();
    }
}
