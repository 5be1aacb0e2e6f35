package org.readingroom.desktop.signin;

import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.identity.UserDirectory;

/// Where a new password is typed, twice, in the place of one that somebody else chose; there only while one
/// is due.
final class RenewalFields extends VBox {
    private final PasswordField next = new PasswordField();
    private final PasswordField again = new PasswordField();

    <S> RenewalFields(SignInViewModel<S> model, Words words, Runnable go) {
        super(12);
        add("next", next, words);
        add("next-again", again, words);
        next.setOnAction(event -> again.requestFocus());
        again.setOnAction(event -> go.run());
        visibleProperty().bind(model.renewalProperty());
        managedProperty().bind(model.renewalProperty());
    }

    void ask() {
        next.requestFocus();
    }

    /// Hands over both copies for `model`, which wipes them.
    <S> void renew(SignInViewModel<S> model, char[] given) {
        char[] own = next.getText().toCharArray();
        char[] repeated = again.getText().toCharArray();
        next.clear();
        again.clear();
        model.renew(given, own, repeated);
    }

    private void add(String name, PasswordField field, Words words) {
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.textProperty().bind(words.text("desktop.signin." + name));
        label.setLabelFor(field);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.signin." + name + "-tip", UserDirectory.MIN_PASSWORD_CHARS));
        field.setId("sign-in-" + name);
        field.setTooltip(tip);
        getChildren().add(new VBox(4, label, field));
    }
}
