package org.readingroom.desktop.reporting.practice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.viewer.model.WorkstationException;

/// The form for a further person of this home: names, roles, what is on record of them as a physician, and a
/// first password.
///
/// Keys: Tab goes from field to field, the space bar ticks a role, Enter in a field adds the person.
///
/// **Thread:** FX.
// [impl->req~identity.admission-sheet~1]
public final class NewUserSheet {
    private final NewUserModel model;
    private final Words words;
    private final Consumer<String> done;
    private final GridPane grid = new GridPane(8, 8);
    private final TextField login = new TextField();
    private final TextField display = new TextField();
    private final Map<Role, CheckBox> roles = new EnumMap<>(Role.class);
    private final TextField licence = new TextField();
    private final TextField until = new TextField();
    private final TextField since = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final VBox body;

    /// `done` is told the name of who was added.
    public NewUserSheet(NewUserModel model, Words words, Consumer<String> done) {
        this.model = model;
        this.words = words;
        this.done = done;
        Label refused = new Label();
        refused.setId("new-user-refused");
        refused.setWrapText(true);
        refused.setMinHeight(36);
        refused.getStyleClass().add("critical");
        row("login", login);
        row("display", display);
        HBox ticks = new HBox(14);
        for (Role role : Role.values()) {
            CheckBox tick = new CheckBox(words.get(role.messageKey()));
            tick.setId("new-user-role-" + role.name().toLowerCase(java.util.Locale.ROOT));
            tick.setTooltip(new Tooltip(words.get("desktop.new-user.role-tip", tick.getText())));
            roles.put(role, tick);
            ticks.getChildren().add(tick);
        }
        grid.addRow(grid.getRowCount(), new Label(words.get("desktop.new-user.roles")), ticks);
        row("licence", licence);
        row("until", until);
        row("since", since);
        row("password", password);
        row("repeat", again);
        body = new VBox(10, grid, refused);
        body.setId("new-user");
        body.getStyleClass().add("sheet-body");
        WhileShown.follow(
                body,
                () -> model.refusedProperty().subscribe(fault -> {
                    refused.setText(fault == null ? "" : words.about(fault));
                    if (fault != null && password.getText().isEmpty()) {
                        password.requestFocus();
                    }
                }));
    }

    public Node body() {
        return body;
    }

    /// The button that goes under it.
    public Button adding() {
        Button button = new Button(words.get("desktop.new-user.create"));
        button.setId("new-user-create");
        button.setTooltip(new Tooltip(words.get("desktop.new-user.create-tip") + "  Enter"));
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> add());
        return button;
    }

    private void row(String name, TextField field) {
        Label what = new Label(words.get("desktop.new-user." + name));
        what.setLabelFor(field);
        field.setId("new-user-" + name);
        field.setAccessibleText(what.getText());
        field.setTooltip(new Tooltip(words.get("desktop.new-user." + name + "-tip", UserDirectory.MIN_PASSWORD_CHARS)));
        field.setOnAction(event -> add());
        field.textProperty().subscribe((was, now) -> {
            if (!now.isEmpty()) {
                model.forget();
            }
        });
        grid.addRow(grid.getRowCount(), what, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }

    private void add() {
        if (model.busyProperty().get()) {
            return;
        }
        Practice practice;
        try {
            practice = new Practice("", licence.getText(), day(until), day(since));
        } catch (DateTimeException e) {
            model.refuse(new WorkstationException("desktop.practice.bad-day", "no day"));
            return;
        }
        char[] typed = password.getText().toCharArray();
        char[] repeated = again.getText().toCharArray();
        password.clear();
        again.clear();
        String name = display.getText().strip();
        model.admit(login.getText(), name, ticked(), practice, typed, repeated, () -> done.accept(name));
    }

    private Set<Role> ticked() {
        Set<Role> ticked = EnumSet.noneOf(Role.class);
        roles.forEach((role, tick) -> {
            if (tick.isSelected()) {
                ticked.add(role);
            }
        });
        return ticked;
    }

    private static @Nullable LocalDate day(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
