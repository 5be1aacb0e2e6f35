package org.readingroom.desktop.tools;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationId;

/// What one mark can do: send it to the report, copy its value, delete it.
// [impl->req~tools.menu~1]
final class MarkMenu {
    private final ContextMenu menu = new ContextMenu();
    private final MarkActions actions;
    private final MenuItem delete;

    MarkMenu(MarkActions actions, Words words) {
        this.actions = actions;
        this.delete = item(words, "desk.tools.delete", actions::delete);
        menu.setId("mark-menu");
        menu.getItems()
                .addAll(
                        item(words, "desk.tools.send", actions::send),
                        item(words, "desk.tools.copy", actions::copy),
                        delete);
    }

    private static MenuItem item(Words words, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(key);
        item.textProperty().bind(words.text(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    void show(Node owner, AnnotationId annotation, double screenX, double screenY) {
        actions.marks().select(annotation);
        delete.setDisable(!actions.marks().isEditable(annotation));
        // the keys are only shown: the overlay hears them
        menu.getItems().forEach(item -> item.setAccelerator(actions.key(item.getId())));
        menu.show(owner, screenX, screenY);
    }

    void hide() {
        menu.hide();
    }
}
