package org.readingroom.desktop.out;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.readingroom.desktop.fx.Focus;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.Study;

/// The Out place: what waits for the hospital's servers, and the story of the selected entry.
public final class OutboxView extends BorderPane {
    /// The columns that give way when the window is narrow.
    private static final Set<String> FLEXIBLE = Set.of("patient", "study");

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Words words;
    private final TableView<OutRow> table = new TableView<>();
    private final VBox story = new VBox(8);
    private final OutboxStoryModel stories;
    private final OutboxStoryView told;
    private @Nullable UUID chosen;

    /// `show` opens the document of an entry.
    public OutboxView(OutboxViewModel model, OutboxStoryModel stories, Words words, Consumer<OutRow> show) {
        this.words = words;
        this.stories = stories;
        this.told = new OutboxStoryView(stories, words);
        table.setId("outbox");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(empty(model));
        column("state", 170, row -> OutWords.state(words, row.entry()));
        column("created", 150, row -> SECOND.format(row.entry().created()));
        column(
                "patient",
                180,
                row -> row.study() == null
                        ? ""
                        : PatientWords.name(words, row.study().patient()));
        column(
                "study",
                300,
                row -> row.study() == null ? row.entry().study().value() : PatientWords.examination(row.study()));
        column("kind", 120, row -> OutWords.kind(words, row.entry()));
        column(
                "version",
                60,
                row -> row.entry().isReport() ? String.valueOf(row.entry().reportVersion()) : "");
        column("target", 140, row -> OutWords.target(words, row.entry()));
        column("size", 80, row -> bytes(row.entry().bytes()));
        words.messagesProperty().subscribe(() -> {
            table.refresh();
            tell(table.getSelectionModel().getSelectedItem(), show);
        });
        story.getStyleClass().add("preview");
        table.getSelectionModel().selectedItemProperty().subscribe(row -> tell(row, show));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            OutRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null && row.entry().isReport()) {
                show.accept(row);
                event.consume();
            }
        });
        model.rows().addListener((javafx.collections.ListChangeListener<OutRow>) change -> keepChosen(model));
        story.setMinWidth(260);
        SplitPane split = new SplitPane(table, story);
        SplitPane.setResizableWithParent(story, false);
        split.setDividerPositions(0.75);
        Label title = new Label();
        title.getStyleClass().add("strong");
        title.textProperty().bind(words.text("desktop.out.title"));
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.textProperty().bind(words.text("desktop.out.what"));
        HBox bar = new HBox(12, title, what);
        bar.getStyleClass().add("list-bar");
        bar.setMinHeight(41);
        setTop(bar);
        setCenter(split);
    }

    /// The list was read anew: the same entry stays chosen, the first one where there is none.
    private void keepChosen(OutboxViewModel model) {
        UUID before = chosen;
        for (OutRow row : model.rows()) {
            if (row.entry().id().equals(before)) {
                table.getSelectionModel().select(row);
                return;
            }
        }
        table.getSelectionModel().selectFirst();
    }

    /// Lets the person write why the selected entry is set aside.
    public void askReason() {
        told.askReason();
    }

    public void begin() {
        Focus.give(table);
    }

    private void column(String name, double width, Function<OutRow, Object> shown) {
        TableColumn<OutRow, OutRow> column = new TableColumn<>();
        column.textProperty().bind(words.text("desktop.out." + name));
        column.setPrefWidth(width);
        column.setMinWidth(FLEXIBLE.contains(name) ? 90 : width);
        column.setReorderable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable OutRow row, boolean empty) {
                super.updateItem(row, empty);
                Object what = empty || row == null ? null : shown.apply(row);
                setText(what instanceof String text ? text : null);
                setGraphic(what instanceof Node node ? node : null);
            }
        });
        table.getColumns().add(column);
    }

    private void tell(@Nullable OutRow row, Consumer<OutRow> show) {
        story.getChildren().clear();
        if (row == null) {
            stories.select(null);
            return;
        }
        chosen = row.entry().id();
        stories.select(chosen);
        OutboxEntry entry = row.entry();
        Study study = row.study();
        Label title =
                new Label(study == null ? OutWords.kind(words, entry) : PatientWords.name(words, study.patient()));
        title.getStyleClass().add("title");
        Button open = new Button();
        open.setId("out-open");
        open.getStyleClass().add("primary");
        open.setMaxWidth(Double.MAX_VALUE);
        open.textProperty().bind(words.text("desktop.out.open"));
        open.setOnAction(event -> show.accept(row));
        story.getChildren().add(title);
        if (entry.isReport()) {
            story.getChildren().add(open);
            line("desktop.out.story.signed", entry.created(), entry.reportVersion());
        } else {
            line("desktop.out.story.made", entry.created(), OutWords.kind(words, entry));
        }
        line("desktop.out.story.queued", entry.created(), OutWords.kind(words, entry), OutWords.target(words, entry));
        if (entry.state() == OutboxEntry.State.WAITING && entry.attempts() == 0) {
            Label waits = new Label(words.get("desktop.out.story.waits", entry.attempts()));
            waits.setWrapText(true);
            waits.setGraphic(Icons.of(MaterialDesignC.CLOCK_OUTLINE, "attention"));
            story.getChildren().add(waits);
        }
        story.getChildren().add(told);
        Label id = new Label(entry.id().toString());
        id.getStyleClass().addAll("quiet", "dense");
        story.getChildren().add(id);
    }

    private void line(String key, Instant when, Object... arguments) {
        Label time = new Label(SECOND.format(when));
        time.getStyleClass().addAll("quiet", "dense");
        Label what = new Label(words.get(key, arguments));
        what.setWrapText(true);
        what.setGraphic(Icons.of(MaterialDesignC.CHECK, "done"));
        story.getChildren().add(new VBox(what, time));
    }

    private Node empty(OutboxViewModel model) {
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.text("desktop.out.empty.title"));
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.textProperty().bind(words.text("desktop.out.empty.what"));
        VBox box = new VBox(Icons.of(MaterialDesignT.TRAY), title, what);
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(model.loadedProperty().and(Bindings.isEmpty(model.rows())));
        return box;
    }

    private static String bytes(long bytes) {
        return bytes < 10_240 ? bytes + " B" : String.format(Locale.ROOT, "%.0f KB", bytes / 1024.0);
    }
}
