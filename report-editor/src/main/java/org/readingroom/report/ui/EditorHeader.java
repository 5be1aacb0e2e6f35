package org.readingroom.report.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.ReportTemplate;

/// The line above the report: where it stands, whether it is kept, its templates, and what other parts put there.
///
/// **Thread:** `fx`.
final class EditorHeader extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Label stage = new Label();
    private final Label saved = new Label();
    private final MenuButton templates = new MenuButton();

    EditorHeader(ReportEditorViewModel model, EditorWords words) {
        this.model = model;
        this.words = words;
        stage.getStyleClass().add("report-stage");
        stage.setId("report-stage");
        // A narrow report cuts the line off; the whole of it is said here.
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(stage.textProperty());
        stage.setTooltip(whole);
        saved.getStyleClass().add("report-quiet");
        saved.setId("report-saved");
        templates.setId("report-templates");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(stage, gap, saved, templates);
        getStyleClass().add("report-header");
    }

    /// Puts another part's `node` before the templates.
    void add(Node node) {
        getChildren().add(getChildren().size() - 1, node);
    }

    void show() {
        EditorMode mode = model.modeProperty().get();
        stage.setText(stageLine(mode, model.nextStageProperty().get()));
        boolean isSigned = mode == EditorMode.LOCKED && !model.versions().isEmpty();
        stage.pseudoClassStateChanged(PseudoClass.getPseudoClass("signed"), isSigned);
        saved.setText(savedLine());
        saved.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failed"), model.saveStateProperty().get() instanceof SaveState.Failed);
        showTemplates(mode);
    }

    private String stageLine(EditorMode mode, Optional<Stage> next) {
        if (mode != EditorMode.LOCKED) {
            return words.get(
                    "report.ui.stage-draft",
                    words.get(next.map(Stage::messageKey).orElse("report.stage.primary")));
        }
        if (model.versions().isEmpty()) {
            return words.get("report.ui.stage-not-yours");
        }
        SignedReport last = model.versions().getLast();
        return words.get(
                "report.ui.stage-signed",
                words.get(last.act().stage().messageKey()),
                last.act().author().displayName(),
                last.act().version());
    }

    private String savedLine() {
        ZoneId zone = model.ports().zone();
        return switch (model.saveStateProperty().get()) {
            case SaveState.Untouched untouched -> "";
            case SaveState.Unsaved unsaved -> words.get("report.ui.saving");
            case SaveState.Saved(Instant at) -> words.get("report.ui.saved", TIME.format(at.atZone(zone)));
            case SaveState.Failed(Exception cause) -> words.get("report.ui.save-failed", words.about(cause));
        };
    }

    private void showTemplates(EditorMode mode) {
        templates.setVisible(mode == EditorMode.EDITING);
        templates.setManaged(mode == EditorMode.EDITING);
        templates.setText(words.get("report.ui.template"));
        templates.setTooltip(new Tooltip(words.get("report.ui.template-tip")));
        List<MenuItem> items = new ArrayList<>();
        for (ReportTemplate template : model.templates()) {
            MenuItem item = new MenuItem(template.title());
            item.setOnAction(event -> model.apply(template));
            items.add(item);
        }
        templates.getItems().setAll(items);
    }
}
