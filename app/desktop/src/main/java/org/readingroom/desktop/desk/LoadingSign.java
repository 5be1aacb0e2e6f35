package org.readingroom.desktop.desk;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.readingroom.desktop.fx.Words;

/// What a view says when it shows no complete picture: nothing chosen, still loading, failed.
///
/// A hatched edge marks it, so that a black view is never taken for a black image.
// [impl->req~desk.incomplete-looks-incomplete~1]
final class LoadingSign extends StackPane {
    private final Words words;
    private final Label label = new Label();

    LoadingSign(Words words) {
        this.words = words;
        label.getStyleClass().add("desk-sign-text");
        label.setWrapText(true);
        getStyleClass().add("desk-sign");
        getChildren().add(label);
        none();
    }

    void none() {
        setVisible(false);
    }

    void empty() {
        show("desk-sign-empty", words.get("desk.view.empty"));
    }

    void waiting(int done, int total) {
        show(
                "desk-sign-waiting",
                total == 0 ? words.get("desk.view.loading") : words.get("desk.view.loading-of", done, total));
    }

    void failed(String reason) {
        show("desk-sign-failed", words.get("desk.view.failed", reason));
    }

    private void show(String style, String text) {
        getStyleClass().setAll("desk-sign", style);
        label.setText(text);
        setVisible(true);
    }
}
