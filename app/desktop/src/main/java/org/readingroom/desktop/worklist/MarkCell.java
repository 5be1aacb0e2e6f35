package org.readingroom.desktop.worklist;

import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.readingroom.services.reading.WorklistRow;

/// A cell that writes what a row is marked with; it keeps its nodes while rows pass through it.
final class MarkCell extends TableCell<WorklistRow, WorklistRow> {
    private final Function<WorklistRow, CellMark> shown;
    private final FontIcon icon = new FontIcon();
    private final Tooltip tip = new Tooltip();
    private String tone = "plain";

    /// Held here, since `beat` holds it weakly: cells come and go.
    private final ChangeListener<Number> again = (of, before, now) -> draw(getItem());

    MarkCell(Function<WorklistRow, CellMark> shown, ObservableIntegerValue beat) {
        this.shown = shown;
        icon.getStyleClass().add("cell-icon");
        beat.addListener(new WeakChangeListener<>(again));
    }

    @Override
    protected void updateItem(@Nullable WorklistRow row, boolean empty) {
        super.updateItem(row, empty);
        draw(empty ? null : row);
    }

    private void draw(@Nullable WorklistRow row) {
        if (row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        CellMark mark = shown.apply(row);
        if (!mark.tone().equals(tone)) {
            getStyleClass().remove(tone);
            icon.getStyleClass().remove(tone);
            tone = mark.tone();
        }
        if (!tone.equals("plain") && !getStyleClass().contains(tone)) {
            getStyleClass().add(tone);
            icon.getStyleClass().add(tone);
        }
        setText(mark.text());
        if (mark.icon() == null) {
            setGraphic(null);
        } else {
            if (!mark.icon().equals(icon.getIconCode())) {
                icon.setIconCode(mark.icon());
            }
            setGraphic(icon);
        }
        tip.setText(mark.tip());
        setTooltip(mark.tip().isEmpty() ? null : tip);
    }
}
