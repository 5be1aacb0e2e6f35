package org.readingroom.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;

/// The settings sheet.
public final class SettingsView extends GridPane {
    private final Words words;
    private int row;

    /// `rendererNow` says which renderer draws and why; `monitors` offers the calibration of each; `printers` leads to
    /// the film printers; `homeFacts` says which folder and what it holds.
    public SettingsView(
            SettingsViewModel model,
            Words words,
            ObservableValue<String> rendererNow,
            Node monitors,
            Node printers,
            ObservableValue<String> homeFacts) {
        this.words = words;
        setId("settings");
        getStyleClass().add("settings");
        ColumnConstraints label = new ColumnConstraints(120);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(label, value);
        line(
                "desktop.settings.language",
                choice(
                        "settings-language",
                        model.languageProperty(),
                        List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH),
                        locale -> locale.getLanguage().equals("zh") ? "中文" : "English"),
                null);
        line(
                "desktop.settings.scale",
                choice(
                        "settings-scale",
                        model.scalePercentProperty().asObject(),
                        UiScale.CHOICES,
                        percent -> percent == UiScale.SYSTEM
                                ? words.get("desktop.settings.scale.system")
                                : percent + " %"),
                note("desktop.settings.next-start"));
        Label now = new Label();
        now.getStyleClass().addAll("quiet", "dense");
        now.setWrapText(true);
        now.textProperty().bind(rendererNow);
        line(
                "desktop.settings.renderer",
                choice(
                        "settings-renderer",
                        model.rendererProperty(),
                        List.of(RendererWish.values()),
                        wish -> words.get(wish.messageKey())),
                now);
        line(
                "desktop.settings.idle",
                choice(
                        "settings-idle",
                        model.idleMinutesProperty().asObject(),
                        List.of(0, 5, 10, 15, 30, 60),
                        minutes -> minutes == 0
                                ? words.get("desktop.settings.idle.never")
                                : words.get("desktop.settings.idle.minutes", minutes)),
                null);
        line("desktop.settings.monitors", monitors, null);
        line("desktop.settings.printers", printers, null);
        Label facts = new Label();
        facts.setWrapText(true);
        facts.textProperty().bind(homeFacts);
        line("desktop.settings.home", facts, null);
    }

    private void line(String key, Node control, @Nullable Node under) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.setMinHeight(28);
        label.textProperty().bind(words.text(key));
        GridPane.setValignment(label, VPos.TOP);
        VBox box = new VBox(4, control);
        if (control instanceof Label) {
            box.setStyle("-fx-padding: 5 0 0 0;");
        }
        if (under != null) {
            box.getChildren().add(under);
        }
        addRow(row++, label, box);
    }

    private Label note(String key) {
        Label note = new Label();
        note.getStyleClass().addAll("quiet", "dense");
        note.textProperty().bind(words.text(key));
        return note;
    }

    private <T> ComboBox<T> choice(String id, Property<T> property, List<T> values, Function<T, String> shown) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(220);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : shown.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(property);
        // A converter is asked anew only when it changes; the words of the choices may have.
        words.messagesProperty().subscribe(() -> {
            StringConverter<T> converter = box.getConverter();
            box.setConverter(null);
            box.setConverter(converter);
        });
        return box;
    }
}
