package org.readingroom.report.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
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
import org.readingroom.report.model.Stage;

/// The report beside the images: sections, checks, state, and the sign sheet over them.
///
/// Keys: Tab goes back to the images, Ctrl+Page Down and Ctrl+Page Up go from section to section,
/// Ctrl+Enter opens the sign sheet, F8 goes to the next check, Ctrl+Z and Ctrl+Y undo and
/// redo, a click on a sentence or Ctrl+G shows the images it rests on. Call [#attach] when it is put on a scene and
/// [#detach] when it leaves.
///
/// **Thread:** `fx`.
public final class ReportEditorView extends StackPane {
    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final SectionPage page;
    private final EditorHeader header;
    private final Label notice = new Label();
    private final Button act = new Button();
    private final CheckStrip checks;
    private final SignSheet sheet;
    private final InvalidationListener changed = observable -> show();
    private final VBox aside = new VBox();
    private final StackPane over = new StackPane();
    private final Map<KeyCombination, BooleanSupplier> keys = new LinkedHashMap<>();
    private @Nullable Runnable leave;

    public ReportEditorView(ReportEditorViewModel model, ObservableValue<Messages> messages) {
        this.model = model;
        this.words = new EditorWords(messages);
        this.header = new EditorHeader(model, words);
        this.page = new SectionPage(model, words);
        this.checks = new CheckStrip(model, words, this::jumpTo);
        this.sheet = new SignSheet(model, words, this::focusText);
        getStyleClass().add("report-editor");
        BorderPane body = new BorderPane(page);
        body.setTop(new VBox(header, aside));
        body.setBottom(new VBox(new CheckScroll(checks), footer()));
        // Nothing behind a sheet takes keys while it is open.
        body.disableProperty().bind(sheet.openProperty().or(Bindings.isNotEmpty(over.getChildren())));
        over.setPickOnBounds(false);
        getChildren().setAll(body, over, sheet);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public void attach() {
        page.attach();
        checks.attach();
        observed().forEach(value -> value.addListener(changed));
        show();
    }

    public void detach() {
        observed().forEach(value -> value.removeListener(changed));
        page.detach();
        checks.detach();
        model.flush();
    }

    /// Puts the caret into the text, as Tab from the images does; into what cannot be changed too, so that keys are
    /// heard.
    public void focusText() {
        page.first().requestFocus();
    }

    /// Puts another part's `node` into the line above the report.
    public void addToHeader(Node node) {
        header.add(node);
    }

    /// Puts another part's `node` between that line and the text.
    public void addAbove(Node node) {
        aside.getChildren().add(node);
    }

    /// Lays `node` over the report, which takes no keys meanwhile; one at a time. False, and nothing is shown, while
    /// somebody is about to sign: what lay over the sheet would hear the password.
    public boolean showOver(Node node) {
        return !sheet.isOpen() && over.getChildren().setAll(node);
    }

    /// Takes away what [#showOver] laid over the report; the caret is where it was.
    public void hideOver() {
        over.getChildren().clear();
        area(written()).requestFocus();
    }

    /// Does `action` on `key` while the focus is in the report; one that answers false leaves the key to the next
    /// action
    /// put on it, the last one to the text.
    public void addKey(KeyCombination key, BooleanSupplier action) {
        keys.merge(key, action, (first, next) -> () -> first.getAsBoolean() || next.getAsBoolean());
    }

    /// The text that has, or had last, the caret.
    public SectionKind written() {
        return page.written();
    }

    /// The text control of a section, for what another part does at its caret.
    public TextArea area(SectionKind kind) {
        return page.area(kind);
    }

    /// Puts caret and focus to a sentence, selected.
    public void jumpTo(SectionKind kind, SentenceId sentence) {
        page.jumpTo(kind, sentence);
    }

    /// Sends the current measurement into the text, as G does in the images. The focus stays where
    /// it is.
    public Optional<SentenceId> insertMeasurement() {
        SectionEditor target = page.focused().orElse(null);
        SectionKind kind = target == null ? SectionKind.FINDINGS : target.kind();
        int caret = target == null ? Integer.MAX_VALUE : target.area().getCaretPosition();
        return model.insertMeasurement(kind, caret);
    }

    /// Shows the images behind the sentence at the caret, as a click on it does.
    public void showEvidence() {
        page.focused().ifPresent(SectionEditor::showEvidence);
    }

    /// What Tab in the text does: the focus goes back to the images.
    public void setOnLeave(Runnable action) {
        leave = action;
    }

    /// Opens the sign sheet, when there is something this person may sign.
    public void openSignSheet() {
        if (model.modeProperty().get() != EditorMode.LOCKED
                && !sheet.isOpen()
                && over.getChildren().isEmpty()) {
            model.flush();
            sheet.open();
        } else if (!sheet.isOpen()) {
            model.choose(null);
        }
    }

    /// What the checks found, and what can be done about it.
    public CheckStrip checkStrip() {
        return checks;
    }

    private List<ObservableValue<?>> observed() {
        return List.of(
                model.modeProperty(),
                model.nextStageProperty(),
                model.saveStateProperty(),
                model.noticeProperty(),
                words.messages());
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
        header.show();
        notice.setText(model.noticeProperty().get().map(key -> words.get(key)).orElse(""));
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
        page.show();
    }

    private void jumpTo(CheckResult result) {
        SectionKind section = result.section();
        if (section == null) {
            return;
        }
        page.area(section).requestFocus();
        SentenceId sentence = result.sentence();
        if (sentence != null) {
            page.jumpTo(section, sentence);
        }
    }

    private void key(KeyEvent event) {
        if (sheet.isOpen()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                sheet.close();
                event.consume();
            }
        } else if (!over.getChildren().isEmpty()
                || page.focused().filter(SectionEditor::isComposing).isPresent()) {
            return;
        } else if (isTaken(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            openSignSheet();
            event.consume();
        } else if (event.getCode() == KeyCode.F8) {
            checks.jumpToNext();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && page.focused().isPresent() && !event.isShortcutDown()) {
            Runnable action = leave;
            if (action != null) {
                action.run();
            } else {
                page.step(event.isShiftDown() ? -1 : 1);
            }
            event.consume();
        } else if (event.isShortcutDown()
                && (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP)) {
            page.step(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            event.consume();
        }
    }

    private boolean isTaken(KeyEvent event) {
        return keys.entrySet().stream()
                .anyMatch(
                        entry -> entry.getKey().match(event) && entry.getValue().getAsBoolean());
    }
}
