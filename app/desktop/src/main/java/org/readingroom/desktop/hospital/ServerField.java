package org.readingroom.desktop.hospital;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;

/// One field of the sheet of servers: its label above, why its text is none below.
final class ServerField extends VBox {
    private final ServersModel model;
    private final String name;
    private final Words words;
    private final Control control;

    private ServerField(ServersModel model, String name, String labelKey, Words words, Control control) {
        super(2);
        this.model = model;
        this.name = name;
        this.words = words;
        this.control = control;
        String id = "servers-" + name.replace('.', '-');
        control.setId(id);
        control.disableProperty().bind(model.mayChangeProperty().not());
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.textProperty().bind(words.text(labelKey));
        label.setLabelFor(control);
        Label wrong = new Label();
        wrong.setId(id + "-wrong");
        wrong.setWrapText(true);
        wrong.getStyleClass().addAll("attention", "dense");
        wrong.textProperty().bind(Bindings.createStringBinding(this::wrong, model.faults(), words.messagesProperty()));
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        getChildren().addAll(label, control, wrong);
    }

    Control control() {
        return control;
    }

    private String wrong() {
        String why = model.faults().get(name);
        return why == null ? "" : words.get("desktop.servers.wrong." + why);
    }

    static ServerField text(ServersModel model, String name, String labelKey, Words words, int columns) {
        TextField field = new TextField();
        field.setPrefColumnCount(columns);
        field.textProperty().bindBidirectional(model.value(name));
        return new ServerField(model, name, labelKey, words, field);
    }

    /// A field that shows dots and never what is kept.
    static ServerField secret(ServersModel model, String name, String labelKey, Words words, int columns) {
        PasswordField field = new PasswordField();
        field.setPrefColumnCount(columns);
        field.textProperty().bindBidirectional(model.value(name));
        field.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> ServersText.isKept(model.keptProperty().get(), name)
                                ? words.get("desktop.servers.secret-kept")
                                : "",
                        model.keptProperty(),
                        words.messagesProperty()));
        return new ServerField(model, name, labelKey, words, field);
    }

    static ServerField access(ServersModel model, String name, String labelKey, Words words) {
        ComboBox<String> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        words.messagesProperty()
                .subscribe(now -> box.setConverter(new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String value) {
                        return value == null ? "" : words.get("desktop.servers.access." + value);
                    }

                    @Override
                    public @Nullable String fromString(String text) {
                        return null;
                    }
                }));
        box.getItems().setAll(List.of("open", "basic", "bearer"));
        box.valueProperty().bindBidirectional(model.value(name));
        return new ServerField(model, name, labelKey, words, box);
    }
}
