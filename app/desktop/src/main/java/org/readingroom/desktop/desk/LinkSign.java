package org.readingroom.desktop.desk;

import javafx.scene.control.Label;
import org.readingroom.desktop.fx.Words;

/// What a view says about its link, over its lower left corner.
final class LinkSign extends Label {
    private final ReadingDeskModel desk;
    private final ViewportModel view;
    private final Words words;

    LinkSign(ReadingDeskModel desk, ViewportModel view, Words words) {
        this.desk = desk;
        this.view = view;
        this.words = words;
        getStyleClass().add("desk-link-sign");
        desk.links().changesProperty().addListener(o -> say());
        desk.layoutProperty().addListener(o -> say());
        desk.maximisedProperty().addListener(o -> say());
    }

    void say() {
        setText(new LinkWords(words.messagesProperty().get()).of(desk, view));
    }
}
