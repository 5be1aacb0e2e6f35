package org.readingroom.report.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// The line above the report: where it stands, whether it is kept, and what other parts put there.
///
/// **Thread:** `fx`.
final class EditorHeader extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Label stage = new Label();
    private final Label saved = new Label();

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
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(stage, gap, saved);
        getStyleClass().add("report-header");
    }

    /// Puts another part's `node` at the end.
    void add(Node node) {
        getChildren().add(node);
    }

    void show() {
        EditorMode mode = model.modeProperty().get();
        stage.setText(stageLine(mode, model.nextStageProperty().get()));
        boolean isSigned = mode == EditorMode.LOCKED && !model.versions().isEmpty() && (!isReread() || isValid());
        stage.pseudoClassStateChanged(PseudoClass.getPseudoClass("signed"), isSigned);
        saved.setText(savedLine());
        saved.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("failed"), model.saveStateProperty().get() instanceof SaveState.Failed);
    }

    private String stageLine(EditorMode mode, Optional<Stage> next) {
        if (mode != EditorMode.LOCKED) {
            return words.get(
                    "report.ui.stage-draft",
                    words.get(next.map(Stage::messageKey).orElse("report.stage.primary")));
        }
        if (model.held().isStopped()) {
            return words.get("report.ui.stage-stopped");
        }
        if (model.versions().isEmpty()) {
            return words.get("report.ui.stage-not-yours");
        }
        SignedReport last = model.versions().getLast();
        if (isReread()) {
            return words.get(
                    isValid() ? "report.ui.stage-valid" : "report.ui.stage-reread",
                    last.act().author().displayName(),
                    last.act().version(),
                    ValidVersions.of(model.versions()).getLast().act().version());
        }
        return words.get(
                "report.ui.stage-signed",
                words.get(last.act().stage().messageKey()),
                last.act().author().displayName(),
                last.act().version());
    }

    private boolean isReread() {
        return ValidVersions.isBeingReread(model.versions());
    }

    /// Whether the words are those of the version that holds.
    private boolean isValid() {
        return ValidVersions.of(model.versions()).getLast().report().equals(model.report());
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
}
