package org.readingroom.desktop.signin;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.identity.UserDirectory;

/// The form for the first user of a new home.
public final class FirstUserView extends VBox {
    private final TextField login = new TextField();

    public FirstUserView(FirstUserViewModel model, Words words) {
        getStyleClass().add("gate-form");
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.text("desktop.first-user.title"));
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        what.textProperty().bind(words.text("desktop.first-user.what"));
        login.setId("first-user-login");
        login.textProperty().bindBidirectional(model.loginNameProperty());
        TextField display = new TextField();
        display.setId("first-user-display");
        display.textProperty().bindBidirectional(model.displayNameProperty());
        PasswordField password = new PasswordField();
        password.setId("first-user-password");
        PasswordField repeated = new PasswordField();
        repeated.setId("first-user-repeated");
        Label rule = new Label();
        rule.getStyleClass().addAll("quiet", "dense");
        rule.textProperty().bind(words.text("desktop.first-user.password-rule", UserDirectory.MIN_PASSWORD_CHARS));
        Label refused = new Label();
        refused.setId("first-user-refusal");
        refused.setGraphic(Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "critical"));
        refused.visibleProperty().bind(model.refusalProperty().isNotNull());
        refused.setMinHeight(36);
        refused.setWrapText(true);
        refused.getStyleClass().add("critical");
        refused.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Exception refusal = model.refusalProperty().get();
                            return refusal == null ? "" : words.about(refusal);
                        },
                        model.refusalProperty(),
                        words.messagesProperty()));
        Button create = new Button();
        create.setId("first-user-create");
        create.setDefaultButton(true);
        create.setMaxWidth(Double.MAX_VALUE);
        create.textProperty().bind(words.text("desktop.first-user.create"));
        create.disableProperty()
                .bind(model.busyProperty()
                        .or(login.textProperty().isEmpty())
                        .or(password.textProperty().isEmpty())
                        .or(repeated.textProperty().isEmpty()));
        create.setOnAction(event -> {
            char[] typed = password.getText().toCharArray();
            char[] again = repeated.getText().toCharArray();
            password.clear();
            repeated.clear();
            model.create(typed, again);
        });
        model.refusalProperty().subscribe(refusal -> {
            if (refusal != null) {
                password.requestFocus();
            }
        });
        getChildren()
                .addAll(
                        title,
                        what,
                        field(words, "desktop.signin.name", login),
                        field(words, "desktop.first-user.display", display),
                        new VBox(4, field(words, "desktop.signin.password", password), rule),
                        field(words, "desktop.first-user.repeat", repeated),
                        refused,
                        create);
    }

    public void begin() {
        login.requestFocus();
    }

    private static Node field(Words words, String key, TextField field) {
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.textProperty().bind(words.text(key));
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }
}
