package org.readingroom.desktop.worklist;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.SavedFilter;

/// A chip for each view on the list that the person keeps.
public final class SavedChips extends HBox {
    private final FilterShelf shelf;
    private final Words words;

    public SavedChips(FilterShelf shelf, WorklistViewModel list, Words words) {
        super(4);
        this.shelf = shelf;
        this.words = words;
        setId("saved-filters");
        shelf.filters().addListener((ListChangeListener<SavedFilter>) change -> fill());
        words.messagesProperty().subscribe(this::fill);
        list.filterProperty().subscribe(this::mark);
        list.chipProperty().subscribe(this::mark);
    }

    private void fill() {
        getChildren().setAll(shelf.filters().stream().map(this::chip).toList());
        mark();
    }

    private ToggleButton chip(SavedFilter filter) {
        ToggleButton button = new ToggleButton(filter.name(), Icons.of(MaterialDesignB.BOOKMARK_OUTLINE, "cell-icon"));
        button.getStyleClass().add("chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setUserData(filter);
        button.setTooltip(new Tooltip(words.get("desktop.filter.tip", filter.name())));
        button.setOnAction(event -> {
            shelf.take(filter);
            mark();
        });
        MenuItem forget = new MenuItem(words.get("desktop.filter.forget"));
        forget.setOnAction(event -> shelf.forget(filter));
        button.setContextMenu(new ContextMenu(forget));
        return button;
    }

    private void mark() {
        getChildren().forEach(node -> {
            if (node instanceof ToggleButton button && button.getUserData() instanceof SavedFilter filter) {
                button.setSelected(shelf.isOn(filter));
            }
        });
    }
}
