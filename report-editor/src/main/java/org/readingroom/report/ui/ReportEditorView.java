package org.readingroom.report.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.ReportTemplate;

/// The report beside the images: sections, checks, state, and the sign sheet over them.
///
/// Keys: Tab goes back to the images, Ctrl+Page Down and Ctrl+Page Up go from section to section,
/// Ctrl+Enter opens the sign sheet, F8 goes to the next check, Ctrl+Z and Ctrl+Y undo and
/// redo, a click on a sentence or Ctrl+G shows the images it rests on. Call [#attach] when it is put on a scene and
/// [#detach] when it leaves.
///
/// **Thread:** `fx`.
public final class ReportEditorView extends StackPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final List<SectionEditor> sections = new ArrayList<>();
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Label stage = new Label();
    private final Label saved = new Label();
    private final Label notice = new Label();
    private final MenuButton templates = new MenuButton();
    private final Button act = new Button();
    private final CheckStrip checks;
    private final SignSheet sheet;
    private final InvalidationListener changed = observable -> show();
    private @Nullable Runnable leave;
    private boolean following;

    public ReportEditorView(ReportEditorViewModel model, ObservableValue<Messages> messages) {
        this.model = model;
        this.words = new EditorWords(messages);
        this.checks = new CheckStrip(model, words, this::jumpTo);
        this.sheet = new SignSheet(model, words, this::focusText);
        getStyleClass().add("report-editor");
        for (SectionKind kind : SectionKind.values()) {
            sections.add(new SectionEditor(model, kind, words, this::followCaret));
        }
        page.getStyleClass().add("report-page");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("report-scroll");
        BorderPane body = new BorderPane(scroll);
        body.setTop(header());
        body.setBottom(new VBox(checks, footer()));
        // Nothing behind the sheet takes keys while it is open.
        body.disableProperty().bind(sheet.openProperty());
        getChildren().setAll(body, sheet);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public void attach() {
        sections.forEach(SectionEditor::attach);
        checks.attach();
        observed().forEach(value -> value.addListener(changed));
        show();
    }

    public void detach() {
        observed().forEach(value -> value.removeListener(changed));
        sections.forEach(SectionEditor::detach);
        checks.detach();
        model.flush();
    }

    /// Puts the caret into the text, as Tab from the images does.
    public void focusText() {
        sections.stream()
                .filter(section -> model.isEditable(section.kind()) && section.kind() != SectionKind.TECHNIQUE)
                .findFirst()
                .ifPresent(section -> section.area().requestFocus());
    }

    /// Sends the current measurement into the text, as G does in the images. The focus stays where
    /// it is.
    public Optional<SentenceId> insertMeasurement() {
        SectionEditor target = focused().orElse(null);
        SectionKind kind = target == null ? SectionKind.FINDINGS : target.kind();
        int caret = target == null ? Integer.MAX_VALUE : target.area().getCaretPosition();
        return model.insertMeasurement(kind, caret);
    }

    /// Shows the images behind the sentence at the caret, as a click on it does.
    public void showEvidence() {
        focused().ifPresent(SectionEditor::showEvidence);
    }

    /// What Tab in the text does: the focus goes back to the images.
    public void setOnLeave(Runnable action) {
        leave = action;
    }

    /// Opens the sign sheet, when there is something this person may sign.
    public void openSignSheet() {
        if (model.modeProperty().get() != EditorMode.LOCKED && !sheet.isOpen()) {
            model.flush();
            sheet.open();
        }
    }

    /// Goes to what the next check found.
    public void jumpToNextCheck() {
        checks.jumpToNext();
    }

    private List<ObservableValue<?>> observed() {
        return List.of(
                model.modeProperty(),
                model.nextStageProperty(),
                model.saveStateProperty(),
                model.noticeProperty(),
                words.messages());
    }

    private Node header() {
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
        HBox header = new HBox(stage, gap, saved, templates);
        header.getStyleClass().add("report-header");
        return header;
    }

    private Node footer() {
        notice.getStyleClass().add("report-notice");
        notice.setWrapText(true);
        notice.setId("report-notice");
        act.setId("report-act");
        act.getStyleClass().add("primary");
        act.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(notice, gap, act);
        footer.getStyleClass().add("report-footer");
        return footer;
    }

    private void show() {
        EditorMode mode = model.modeProperty().get();
        Optional<Stage> next = model.nextStageProperty().get();
        stage.setText(stageLine(mode, next));
        boolean isSigned = mode == EditorMode.LOCKED && !model.versions().isEmpty();
        stage.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("signed"), isSigned);
        saved.setText(savedLine());
        saved.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("failed"),
                model.saveStateProperty().get() instanceof SaveState.Failed);
        notice.setText(model.noticeProperty().get().map(key -> words.get(key)).orElse(""));
        showTemplates(mode);
        boolean addendumPossible = mode == EditorMode.LOCKED
                && next.equals(Optional.of(Stage.ADDENDUM))
                && !model.held().isHeld();
        act.setVisible(mode != EditorMode.LOCKED || addendumPossible);
        act.setText(words.get(addendumPossible ? "report.ui.addendum" : "report.ui.sign-key"));
        act.setOnAction(event -> {
            if (addendumPossible) {
                model.beginAddendum();
                focusText();
            } else {
                openSignSheet();
            }
        });
        List<Node> shown = new ArrayList<>();
        for (SectionEditor section : sections) {
            boolean empty = model.report().section(section.kind()).isBlank();
            if (section.kind() != SectionKind.ADDENDUM || mode == EditorMode.ADDENDUM || !empty) {
                shown.add(section);
            }
        }
        if (!page.getChildren().equals(shown)) {
            page.getChildren().setAll(shown);
        }
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

    private void jumpTo(CheckResult result) {
        for (SectionEditor section : sections) {
            if (section.kind() == result.section()) {
                SentenceId sentence = result.sentence();
                section.area().requestFocus();
                if (sentence != null) {
                    section.jumpTo(sentence);
                }
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        if (sheet.isOpen()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                sheet.close();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            openSignSheet();
            event.consume();
        } else if (event.getCode() == KeyCode.F8) {
            checks.jumpToNext();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && focused().isPresent() && !event.isShortcutDown()) {
            Runnable action = leave;
            if (action != null) {
                action.run();
            } else {
                step(event.isShiftDown() ? -1 : 1);
            }
            event.consume();
        } else if (event.isShortcutDown()
                && (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP)) {
            step(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            event.consume();
        }
    }

    private Optional<SectionEditor> focused() {
        return sections.stream().filter(section -> section.area().isFocused()).findFirst();
    }

    private void step(int by) {
        List<SectionEditor> shown = sections.stream()
                .filter(section -> page.getChildren().contains(section))
                .toList();
        int at = focused().map(shown::indexOf).orElse(-1) + by;
        shown.get(Math.floorMod(at, shown.size())).area().requestFocus();
    }

    /// Scrolls the page to the caret after the next layout, when the text area has its new height.
    private void followCaret() {
        Scene scene = getScene();
        if (scene == null || following) {
            return;
        }
        following = true;
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            following = false;
            focused().ifPresent(this::reveal);
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private void reveal(SectionEditor section) {
        section.caretBounds().ifPresent(caret -> {
            Bounds view = scroll.getViewportBounds();
            double top = page.sceneToLocal(section.area().localToScene(0, caret.getMinY()))
                    .getY();
            double bottom = top + caret.getHeight() + 12;
            double hidden = page.getHeight() - view.getHeight();
            double shown = scroll.getVvalue() * Math.max(0, hidden);
            if (hidden > 0 && bottom > shown + view.getHeight()) {
                scroll.setVvalue((bottom - view.getHeight()) / hidden);
            } else if (hidden > 0 && top < shown) {
                scroll.setVvalue(top / hidden);
            }
        });
    }
}
