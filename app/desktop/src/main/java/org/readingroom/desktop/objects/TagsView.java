package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.inspect.ElementLine;
import org.readingroom.viewer.inspect.ElementSearch;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.TaskRunner;

/// Every attribute of one instance, private ones with their creators; typing searches tag, name and value.
///
/// **Thread:** FX.
// [impl->req~objects.tags~1]
public final class TagsView extends BorderPane {
    /// chosen: more lines than this nobody reads; the search says that there are more.
    private static final int MOST_HITS = 2000;

    private final List<ElementLine> lines;
    private final Words words;
    private final TaskRunner tasks;
    private final Consumer<String> copier;
    private final TextField query = new TextField();
    private final Label count = new Label();
    private final TreeTableView<ElementLine> table = new TreeTableView<>();
    private final PauseTransition rest = new PauseTransition(Duration.millis(150));
    private @Nullable Handle searching;

    /// `copier` takes what is copied.
    public TagsView(List<ElementLine> lines, Words words, TaskRunner tasks, Consumer<String> copier) {
        this.lines = List.copyOf(lines);
        this.words = words;
        this.tasks = tasks;
        this.copier = copier;
        setId("tags");
        query.setId("tags-query");
        query.promptTextProperty().bind(words.text("desktop.objects.tags-prompt"));
        query.textProperty().subscribe((before, now) -> rest.playFromStart());
        rest.setOnFinished(event -> search());
        count.getStyleClass().add("quiet");
        HBox.setHgrow(query, Priority.ALWAYS);
        HBox top = new HBox(8, query, count);
        top.getStyleClass().add("sheet-body");
        setTop(top);
        table.setId("tags-table");
        table.setShowRoot(false);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("desktop.objects.tag", 150, ElementLine::tagText);
        column("desktop.objects.vr", 50, line -> line.isItem() ? "" : line.vr().name());
        column("desktop.objects.name", 230, ElementLine::name);
        column("desktop.objects.length", 80, line -> line.length() < 0 ? "" : Long.toString(line.length()));
        column("desktop.objects.value", 480, ElementLine::preview);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setCenter(table);
        setFocusTraversable(true);
        focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                query.requestFocus();
            }
        });
        all();
    }

    private void column(String key, double width, Function<ElementLine, String> text) {
        TreeTableColumn<ElementLine, String> column = new TreeTableColumn<>();
        column.textProperty().bind(words.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        table.getColumns().add(column);
    }

    private void all() {
        TreeItem<ElementLine> root = new TreeItem<>();
        lines.forEach(line -> root.getChildren().add(new Lazy(line)));
        table.setRoot(root);
        count.setText("");
    }

    private void search() {
        if (searching != null) {
            searching.cancel();
        }
        String wanted = query.getText();
        if (wanted.isBlank()) {
            all();
            return;
        }
        searching = tasks.start(
                Lane.CPU,
                org.readingroom.viewer.task.Priority.ON_SCREEN,
                () -> ElementSearch.find(lines, wanted, MOST_HITS),
                hits -> show(wanted, hits),
                fault -> count.setText(words.about(fault)));
    }

    private void show(String wanted, List<ElementSearch.Hit> hits) {
        if (!wanted.equals(query.getText())) {
            return;
        }
        TreeItem<ElementLine> root = new TreeItem<>();
        List<ElementLine> before = List.of();
        List<TreeItem<ElementLine>> open = new ArrayList<>();
        for (ElementSearch.Hit hit : hits) {
            List<ElementLine> path = hit.path();
            int same = 0;
            while (same < Math.min(before.size(), path.size()) && isSame(before.get(same), path.get(same))) {
                same++;
            }
            open = new ArrayList<>(open.subList(0, Math.min(same, open.size())));
            for (int i = open.size(); i < path.size(); i++) {
                boolean isLast = i == path.size() - 1;
                TreeItem<ElementLine> item = isLast ? new Lazy(path.get(i)) : new TreeItem<>(path.get(i));
                item.setExpanded(!isLast);
                (i == 0 ? root : open.get(i - 1)).getChildren().add(item);
                open.add(item);
            }
            before = path;
        }
        table.setRoot(root);
        count.setText(words.get(
                hits.size() == MOST_HITS ? "desktop.objects.tags-many" : "desktop.objects.tags-found",
                Integer.toString(hits.size())));
    }

    @SuppressWarnings("ReferenceEquality") // the search hands out the same line for all that lies under it
    private static boolean isSame(ElementLine a, ElementLine b) {
        return a == b;
    }

    private void press(KeyEvent event) {
        TreeItem<ElementLine> selected = table.getSelectionModel().getSelectedItem();
        if (event.isShortcutDown() && event.getCode() == KeyCode.C && selected != null) {
            copier.accept(selected.getValue().copyText());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            query.requestFocus();
            event.consume();
        }
    }

    /// A line whose children are made when it is opened.
    private static final class Lazy extends TreeItem<ElementLine> {
        private boolean isFilled;

        Lazy(ElementLine line) {
            super(line);
        }

        @Override
        public boolean isLeaf() {
            return !getValue().hasChildren();
        }

        @Override
        public ObservableList<TreeItem<ElementLine>> getChildren() {
            if (!isFilled) {
                isFilled = true;
                super.getChildren()
                        .setAll(getValue().children().stream().map(Lazy::new).toList());
            }
            return super.getChildren();
        }
    }
}
