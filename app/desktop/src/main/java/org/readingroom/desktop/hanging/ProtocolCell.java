package org.readingroom.desktop.hanging;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.HangingProtocol;

/// A protocol in the list: its name and whether it is used.
final class ProtocolCell extends ListCell<String> {
    private final HangingShelfActions actions;
    private final Words words;

    ProtocolCell(HangingShelfActions actions, Words words) {
        this.actions = actions;
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
        super.updateItem(id, empty);
        HangingProtocol protocol =
                empty || id == null ? null : actions.shelf().find(id).orElse(null);
        if (protocol == null || id == null) {
            setGraphic(null);
            return;
        }
        CheckBox used = new CheckBox(protocol.name().in(words.locale()));
        used.setMnemonicParsing(false);
        used.setSelected(!protocol.disabled());
        used.setFocusTraversable(false);
        used.setTooltip(new Tooltip(words.get("desk.hanging.edit.used")));
        used.setOnAction(e -> {
            boolean isUsed = used.isSelected();
            actions.change(state -> state.change(id, old -> old.enabled(isUsed)));
        });
        setGraphic(used);
    }
}
