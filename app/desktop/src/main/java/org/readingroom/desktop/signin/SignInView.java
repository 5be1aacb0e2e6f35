package org.readingroom.desktop.signin;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// Name and password, at the start and when the window is locked.
public final class SignInView extends VBox {
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final RenewalFields renewal;

    /// `locked` is for a window somebody left: the name stands, only the password is asked.
    public <S> SignInView(SignInViewModel<S> model, Words words, List<DemoUser> demoUsers, boolean locked) {
        getStyleClass().add("gate-form");
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.text(locked ? "desktop.lock.title" : "desktop.signin.title"));

        name.setId("sign-in-name");
        name.textProperty().bindBidirectional(model.loginNameProperty());
        name.setDisable(locked);
        password.setId("sign-in-password");
        Runnable go = () -> go(model);
        renewal = new RenewalFields(model, words, go);
        name.setOnAction(event -> password.requestFocus());
        password.setOnAction(event -> {
            if (model.renewalProperty().get()) {
                renewal.ask();
            } else {
                go.run();
            }
        });

        Button enter = new Button();
        enter.setId("sign-in-enter");
        enter.setDefaultButton(true);
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.textProperty()
                .bind(Bindings.when(model.busyProperty())
                        .then(words.text("desktop.signin.busy"))
                        .otherwise(words.text(locked ? "desktop.lock.enter" : "desktop.signin.enter")));
        enter.disableProperty().bind(model.busyProperty().or(name.textProperty().isEmpty()));
        enter.setOnAction(event -> go.run());

        getChildren()
                .addAll(
                        title,
                        field(words, "desktop.signin.name", name),
                        field(words, "desktop.signin.password", password),
                        renewal,
                        hint(words, model),
                        enter);
        if (!demoUsers.isEmpty() && !locked) {
            getChildren().add(demo(words, demoUsers));
        }
        addEventFilter(KeyEvent.ANY, event -> noticeCapsLock(model));
        password.focusedProperty().subscribe(focused -> noticeCapsLock(model));
        model.refusalProperty().subscribe(refusal -> {
            if (refusal != null) {
                password.requestFocus();
            }
        });
    }

    private <S> void go(SignInViewModel<S> model) {
        char[] typed = password.getText().toCharArray();
        password.clear();
        if (model.renewalProperty().get()) {
            renewal.renew(model, typed);
        } else {
            model.signIn(typed);
        }
    }

    /// Puts the caret where typing should begin.
    public void begin() {
        (name.getText().isEmpty() ? name : password).requestFocus();
    }

    private static Node field(Words words, String key, TextField field) {
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.textProperty().bind(words.text(key));
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    /// One line of fixed height, so that nothing moves when it speaks: a refusal, else caps lock.
    private static <S> Node hint(Words words, SignInViewModel<S> model) {
        Label refused = new Label();
        refused.setId("sign-in-refusal");
        refused.getStyleClass().add("critical");
        refused.setWrapText(true);
        refused.setGraphic(Icons.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "critical"));
        refused.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Exception refusal = model.refusalProperty().get();
                            return refusal == null ? "" : words.about(refusal);
                        },
                        model.refusalProperty(),
                        words.messagesProperty()));
        refused.visibleProperty().bind(model.refusalProperty().isNotNull());
        refused.managedProperty().bind(refused.visibleProperty());
        Label caps = new Label();
        caps.getStyleClass().add("attention");
        caps.setGraphic(Icons.of(MaterialDesignA.APPLE_KEYBOARD_CAPS, "attention"));
        caps.textProperty().bind(words.text("desktop.signin.caps-lock"));
        caps.visibleProperty()
                .bind(model.capsLockProperty().and(model.refusalProperty().isNull()));
        caps.managedProperty().bind(caps.visibleProperty());
        HBox line = new HBox(refused, caps);
        line.setMinHeight(36);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node demo(Words words, List<DemoUser> users) {
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        what.textProperty().bind(words.text("desktop.signin.demo"));
        VBox buttons = new VBox(4);
        for (DemoUser user : users) {
            Button button = new Button();
            button.setId("demo-" + user.loginName());
            button.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_OUTLINE));
            button.textProperty()
                    .bind(words.text(
                            "desktop.signin.demo.user", words.text(user.roleKey()), user.loginName(), user.password()));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setOnAction(event -> {
                name.setText(user.loginName());
                password.setText(user.password());
                password.requestFocus();
                password.end();
            });
            buttons.getChildren().add(button);
        }
        VBox box = new VBox(8, what, buttons);
        box.getStyleClass().add("demo-users");
        return box;
    }

    private static <S> void noticeCapsLock(SignInViewModel<S> model) {
        model.capsLockProperty().set(Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    /// One of the invented people of a demo home, whose password everybody may see.
    public record DemoUser(String loginName, String password, String roleKey) {}
}
