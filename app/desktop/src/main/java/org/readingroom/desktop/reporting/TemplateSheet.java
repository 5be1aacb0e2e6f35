package org.readingroom.desktop.reporting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.services.reporting.TemplateVersion;

/// The editor of templates: the department's own versions and the shipped files at the left, the file in the middle,
/// what
/// it makes and what is wrong in it at the right.
///
/// **Thread:** FX.
// [impl->req~report.template.editor~1]
public final class TemplateSheet {
    /// One line at the left: a version, or a shipped file when `version` is null.
    private record Line(String name, @Nullable TemplateVersion version, String file) {}

    private final DepartmentTemplates templates;
    private final Words words;
    private final BiConsumer<String, Object[]> say;
    private final ListView<Line> list = new ListView<>();
    private final TextArea source = new TextArea();
    private final TemplatePreview preview;
    private final Button keep;
    private final Button retire;

    /// `say` tells a sentence in the status line.
    public TemplateSheet(DepartmentTemplates templates, Words words, BiConsumer<String, Object[]> say) {
        this.templates = templates;
        this.words = words;
        this.say = say;
        this.preview = new TemplatePreview(words);
        this.keep = button("keep", this::keep);
        this.retire = button("retire", this::retire);
        list.setId("template-files");
        list.setPrefWidth(260);
        list.setMinWidth(200);
        list.setCellFactory(cells -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
        source.setId("template-source");
        source.setStyle("-fx-font-family: monospace;");
        source.setEditable(templates.mayWrite());
        source.textProperty().subscribe(text -> look());
        preview.setPrefWidth(340);
        preview.setMinWidth(260);
        fill();
    }

    public Node body() {
        HBox.setHgrow(source, Priority.ALWAYS);
        HBox body = new HBox(8, list, source, preview);
        body.getStyleClass().add("sheet-body");
        body.setPrefHeight(560);
        return body;
    }

    /// The buttons for the foot of the sheet; `files` come first.
    public List<Node> buttons(Node... files) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        List<Node> all = new ArrayList<>(List.of(files));
        all.addAll(List.of(gap, retire, keep));
        return all;
    }

    Node node() {
        return list;
    }

    /// The file in the middle, as it is sent out.
    String text() {
        return source.getText();
    }

    /// Puts a file from outside in the middle; it is kept only when somebody says so.
    void take(String text) {
        list.getSelectionModel().clearSelection();
        source.setText(text);
        source.requestFocus();
    }

    private void fill() {
        List<Line> lines = new ArrayList<>();
        for (TemplateVersion one : templates.versions().reversed()) {
            String key = one.isRetired() ? "desktop.templates.version-retired" : "desktop.templates.version";
            lines.add(new Line(words.get(key, one.title(), one.version()), one, ""));
        }
        for (String file : TemplateLibrary.shippedFiles()) {
            lines.add(new Line(words.get("desktop.templates.shipped", file), null, file));
        }
        list.getItems().setAll(lines);
        look();
    }

    private void open(@Nullable Line line) {
        if (line == null) {
            return;
        }
        TemplateVersion version = line.version();
        if (version == null) {
            source.setText(new String(TemplateLibrary.shippedFile(line.file()), StandardCharsets.UTF_8));
        } else {
            templates.source(version, source::setText);
        }
        look();
    }

    private void look() {
        if (!source.getText().isBlank()) {
            preview.show(source.getText());
        }
        Line line = list.getSelectionModel().getSelectedItem();
        TemplateVersion version = line == null ? null : line.version();
        keep.setDisable(!templates.mayWrite() || source.getText().isBlank() || !preview.isSound());
        retire.setDisable(!templates.mayWrite() || version == null || version.isRetired());
    }

    private void keep() {
        templates.keep(source.getText().getBytes(StandardCharsets.UTF_8), kept -> {
            fill();
            list.getSelectionModel().selectFirst();
            say.accept("desktop.templates.kept", new Object[] {kept.title(), kept.version()});
        });
    }

    private void retire() {
        Line line = list.getSelectionModel().getSelectedItem();
        TemplateVersion version = line == null ? null : line.version();
        if (version != null) {
            templates.retire(version, retired -> {
                fill();
                say.accept("desktop.templates.retired", new Object[] {retired.title()});
            });
        }
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get("desktop.templates." + key));
        button.setId("template-" + key);
        button.setTooltip(new Tooltip(words.get("desktop.templates." + key + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.name());
        }
    }
}
