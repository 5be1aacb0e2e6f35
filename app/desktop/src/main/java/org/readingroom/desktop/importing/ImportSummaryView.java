package org.readingroom.desktop.importing;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.services.reading.ImportSummary.Skipped;

/// The account of an import: what came in, and each thing that did not with its reason.
public final class ImportSummaryView extends VBox {
    public ImportSummaryView(ImportSummary summary, Words words) {
        getStyleClass().add("sheet-body");
        setSpacing(12);
        Label told = new Label();
        told.textProperty()
                .bind(words.text(
                        summary.isCancelled() ? "desktop.import.cancelled" : "desktop.import.done",
                        summary.imported(),
                        summary.duplicates(),
                        summary.skipped().size()));
        TableView<Skipped> table = new TableView<>(FXCollections.observableList(summary.skipped()));
        table.setId("import-skipped");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Skipped, String> path = new TableColumn<>();
        path.textProperty().bind(words.text("desktop.import.path"));
        path.setPrefWidth(360);
        path.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().path()));
        path.setCellFactory(column -> new PathCell());
        TableColumn<Skipped, String> reason = new TableColumn<>();
        reason.textProperty().bind(words.text("desktop.import.reason"));
        reason.setCellValueFactory(row -> words.text(
                row.getValue().messageKey(), row.getValue().arguments().toArray()));
        table.getColumns().add(path);
        table.getColumns().add(reason);
        setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(told, table);
    }

    /// A long path loses its beginning: the name of the file is at its end.
    private static final class PathCell extends TableCell<Skipped, String> {
        private final Tooltip whole = new Tooltip();

        PathCell() {
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable String path, boolean empty) {
            super.updateItem(path, empty);
            String shown = empty || path == null ? "" : path;
            setText(shown);
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
        }
    }
}
