package org.readingroom.desktop.hanging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.LocalName;
import org.readingroom.viewer.hanging.ProtocolFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All protocols of the person: order, names, which are used, for which studies, what stands in
/// their views; copied, deleted, taken back, written to a file and read from one. Every change is
/// kept at once.
///
/// **Thread:** FX.
// [impl->req~hanging.edit~1]
final class ProtocolsSheet {
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolsSheet.class);

    private final HangingShelfActions actions;
    private final SheetLayer sheets;
    private final StatusViewModel status;
    private final Words words;
    private final ListView<String> list = new ListView<>();
    private final ScrollPane form = new ScrollPane();

    ProtocolsSheet(HangingShelfActions actions, SheetLayer sheets, StatusViewModel status, Words words) {
        this.actions = actions;
        this.sheets = sheets;
        this.status = status;
        this.words = words;
        list.setId("hanging-list");
        list.setCellFactory(view -> new ProtocolCell(actions, words));
        list.getSelectionModel().selectedItemProperty().addListener((o, before, after) -> showForm());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                chosen().ifPresent(this::delete);
                e.consume();
            }
        });
        form.setFitToWidth(true);
        form.setId("hanging-form");
        actions.shelf().stateProperty().subscribe((before, after) -> fill());
    }

    void show() {
        fill();
        list.getSelectionModel().selectFirst();
        FlowPane buttons = new FlowPane(
                4,
                4,
                button("up", protocol -> actions.change(state -> state.moved(protocol.id(), -1))),
                button("down", protocol -> actions.change(state -> state.moved(protocol.id(), 1))),
                button("copy", this::copy),
                button("delete", this::delete),
                always("undo", this::undo),
                always("import", this::read),
                always("export", this::write));
        VBox left = new VBox(6, list, buttons);
        VBox.setVgrow(list, Priority.ALWAYS);
        left.setPrefWidth(360);
        left.setMinWidth(300);
        HBox body = new HBox(12, left, form);
        HBox.setHgrow(form, Priority.ALWAYS);
        body.setPrefHeight(560);
        body.getStyleClass().add("sheet-body");
        sheets.show("desk.hanging.edit.title", body, 1100, 720);
        list.requestFocus();
    }

    private void fill() {
        String before = list.getSelectionModel().getSelectedItem();
        List<String> ids =
                actions.shelf().protocols().stream().map(HangingProtocol::id).toList();
        list.getItems().setAll(ids);
        if (before != null && ids.contains(before)) {
            list.getSelectionModel().select(before);
        } else {
            list.getSelectionModel().selectFirst();
        }
        list.refresh();
    }

    private Optional<HangingProtocol> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).flatMap(actions.shelf()::find);
    }

    private void showForm() {
        form.setContent(chosen().map(protocol -> new ProtocolForm(
                        protocol, edit -> actions.change(state -> state.change(protocol.id(), edit)), words))
                .orElse(null));
    }

    private Button button(String id, Consumer<HangingProtocol> action) {
        Button button = always(id, () -> chosen().ifPresent(action));
        button.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    private Button always(String id, Runnable action) {
        Button button = new Button();
        button.setId("hanging-" + id);
        button.textProperty().bind(words.text("desk.hanging.edit." + id));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desk.hanging.edit." + id + "-tip"));
        button.setTooltip(tip);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void copy(HangingProtocol protocol) {
        String name = words.get("desk.hanging.edit.copy-of", protocol.name().in(words.locale()));
        HangingProtocol copy = protocol.withId(ProtocolShelf.newId()).withName(LocalName.of(name));
        if (actions.change(state -> state.after(protocol.id(), copy))) {
            list.getSelectionModel().select(copy.id());
        }
    }

    private void delete(HangingProtocol protocol) {
        int at = list.getSelectionModel().getSelectedIndex();
        actions.change(state -> state.without(protocol.id()));
        list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
    }

    private void undo() {
        actions.undo();
        showForm();
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        chooser.setInitialFileName("hanging-protocols.json");
        return chooser;
    }

    private void write() {
        File file = chooser().showSaveDialog(sheets.getScene().getWindow());
        if (file != null) {
            try {
                Files.writeString(
                        file.toPath(), ProtocolFile.write(actions.shelf().protocols()), StandardCharsets.UTF_8);
                status.say(Tone.DONE, words.get("desk.hanging.edit.exported", file.getName()));
            } catch (IOException e) {
                LOG.warn("hanging protocols could not be exported: {}", e.toString());
                status.say(Tone.CRITICAL, words.get("desk.hanging.edit.not-exported", file.getName()));
            }
        }
    }

    private void read() {
        File file = chooser().showOpenDialog(sheets.getScene().getWindow());
        if (file != null) {
            try {
                actions.shelf().take(Files.readString(file.toPath(), StandardCharsets.UTF_8));
                status.say(Tone.DONE, words.get("desk.hanging.edit.imported", file.getName()));
            } catch (IOException e) {
                LOG.warn("hanging protocols could not be imported: {}", e.toString());
                status.say(Tone.CRITICAL, words.get("desk.hanging.edit.not-imported", file.getName()));
            }
        }
    }
}
