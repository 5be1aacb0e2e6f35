package org.readingroom.desktop.objects;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.OutlineText;

/// An outline as a tree that opens, is spoken line by line, and copies with Ctrl+C.
final class OutlineView extends TreeView<OutlineNode> {
    private final OutlineText text;
    private final Consumer<String> copier;

    /// `copier` takes what is copied.
    OutlineView(OutlineNode outline, Words words, Consumer<String> copier) {
        this.copier = copier;
        this.text = new OutlineText(words.messagesProperty().get());
        setId("outline");
        getStyleClass().add("outline");
        setCellFactory(tree -> new Line());
        setRoot(item(outline));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private static TreeItem<OutlineNode> item(OutlineNode node) {
        TreeItem<OutlineNode> item = new TreeItem<>(node);
        node.children().forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(true);
        return item;
    }

    private void press(KeyEvent event) {
        TreeItem<OutlineNode> selected = getSelectionModel().getSelectedItem();
        boolean isCopy = event.isShortcutDown() && event.getCode() == javafx.scene.input.KeyCode.C;
        if (isCopy && selected != null) {
            copier.accept(String.join("\n", text.lines(selected.getValue())));
            event.consume();
        }
    }

    private final class Line extends TreeCell<OutlineNode> {
        private final Label words = new Label();

        Line() {
            words.setWrapText(true);
            words.maxWidthProperty().bind(OutlineView.this.widthProperty().subtract(120));
        }

        @Override
        protected void updateItem(@Nullable OutlineNode node, boolean isEmpty) {
            super.updateItem(node, isEmpty);
            if (isEmpty || node == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            words.setText(text.line(node));
            words.getStyleClass().setAll("label", node.children().isEmpty() ? "plain" : "strong");
            setGraphic(words);
            setAccessibleText(text.line(node));
        }
    }
}
