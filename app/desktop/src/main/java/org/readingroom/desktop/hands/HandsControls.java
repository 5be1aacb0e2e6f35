package org.readingroom.desktop.hands;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.readingroom.desktop.fx.Words;

/// Buttons of the sheet of hands, with their words.
final class HandsControls {
    static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

    private HandsControls() {}

    static void tip(Control control, Words words, String key, Object... arguments) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text(key, arguments));
        control.setTooltip(tip);
        control.accessibleTextProperty().bind(tip.textProperty());
    }

    static Button dress(Button button, Words words, String textKey, String tipKey, Runnable action) {
        button.textProperty().bind(words.text(textKey));
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        tip(button, words, tipKey);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Button small(String sign, Words words, String tipKey, Runnable action) {
        Button button = new Button(sign);
        button.getStyleClass().add("bare");
        button.setMinWidth(26);
        tip(button, words, tipKey);
        button.setOnAction(event -> action.run());
        return button;
    }

    static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
