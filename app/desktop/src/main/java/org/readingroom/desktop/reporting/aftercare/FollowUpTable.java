package org.readingroom.desktop.reporting.aftercare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.quality.FollowUpItem;

/// What is to be looked after, the first day first; then what ended, with how.
///
/// **Thread:** FX.
final class FollowUpTable extends TableView<FollowUpItem> {
    private final Words words;
    private final LocalDate today;

    FollowUpTable(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
        setId("aftercare-items");
        setPrefHeight(240);
        setPlaceholder(new Label(words.get("desktop.aftercare.none")));
        column("due", 90, item -> item.due().toString());
        column("state", 110, this::state);
        column("whose", 250, FollowUpItem::whose);
        column("what", 280, FollowUpItem::what);
        column("name", 130, FollowUpItem::name);
        column("end", 240, item -> item.end() == null ? "" : item.end().words());
    }

    /// Keeps what is chosen where it is still there.
    void show(List<FollowUpItem> items) {
        String chosen = selected().map(FollowUpItem::id).orElse("");
        getItems().setAll(items);
        getSelectionModel().selectFirst();
        items.stream().filter(item -> item.id().equals(chosen)).findFirst().ifPresent(getSelectionModel()::select);
    }

    Optional<FollowUpItem> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private String state(FollowUpItem item) {
        FollowUpItem.End end = item.end();
        if (end != null) {
            return words.get(end.isDone() ? "desktop.aftercare.is-done" : "desktop.aftercare.is-dropped");
        }
        return item.isOverdue(today)
                ? words.get("desktop.aftercare.is-overdue")
                : words.get("desktop.aftercare.is-open");
    }

    private void column(String key, double width, Function<FollowUpItem, String> text) {
        TableColumn<FollowUpItem, String> column = new TableColumn<>(words.get("desktop.aftercare.column." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        getColumns().add(column);
    }
}
