package org.readingroom.report.ui;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// One section: its heading, its text, and the marks of sentences that rest on measurements.
///
/// The text area grows with its text and has no history of its own.
final class SectionEditor extends VBox {
    /// Above and below the text as the stylesheet pads it, the border, and a line's descent to spare.
    private static final double PADDING = 22;

    private final ReportEditorViewModel model;
    private final SectionKind kind;
    private final TextArea area;
    private final EvidenceMarks marks;
    private final ChangeListener<Report> shown = (observable, old, report) -> show(report);
    private final ChangeListener<Object> relit;
    private final ComposedText composed;
    private boolean showing;
    private @Nullable Text watched;

    /// `caretMoved` is told so that the page can follow the caret.
    SectionEditor(ReportEditorViewModel model, SectionKind kind, EditorWords words, Runnable caretMoved) {
        this.model = model;
        this.kind = kind;
        this.area = new SectionArea(model, kind);
        this.marks = new EvidenceMarks(model, kind, area, words);
        getStyleClass().add("report-section");
        Label heading = new Label();
        heading.getStyleClass().add("report-heading");
        heading.textProperty().bind(words.text(kind.messageKey()));
        area.setId("report-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        area.getStyleClass().add("report-text");
        area.setWrapText(true);
        area.setPrefRowCount(1);
        area.setContextMenu(menu(words));
        area.accessibleTextProperty().bind(words.text(kind.messageKey()));
        composed = new ComposedText(area, this, text -> model.type(kind, text), () -> show(model.report()));
        area.textProperty().addListener((observable, old, text) -> {
            if (!showing) {
                composed.textChanged(text);
            }
            fit();
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        area.widthProperty().addListener((observable, old, width) -> fit());
        area.skinProperty().addListener((observable, old, skin) -> fit());
        area.caretPositionProperty().addListener((observable, old, caret) -> caretMoved.run());
        area.heightProperty().addListener((observable, old, height) -> area.setScrollTop(0));
        area.scrollTopProperty().addListener((observable, old, top) -> marks.redraw());
        relit = (observable, old, value) -> {
            area.setEditable(model.isEditable(kind));
            area.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("locked"), !model.isEditable(kind));
            marks.redraw();
        };
        StackPane body = new StackPane(area, marks);
        body.getStyleClass().add("report-body");
        getChildren().setAll(heading, body);
    }

    void attach() {
        model.reportProperty().addListener(shown);
        model.modeProperty().addListener(relit);
        model.evidence().litProperty().addListener(relit);
        show(model.report());
        relit.changed(
                model.modeProperty(),
                model.modeProperty().get(),
                model.modeProperty().get());
    }

    void detach() {
        model.reportProperty().removeListener(shown);
        model.modeProperty().removeListener(relit);
        model.evidence().litProperty().removeListener(relit);
    }

    TextArea area() {
        return area;
    }

    /// Whether keys belong to an input method now.
    boolean isComposing() {
        return composed.isRunning();
    }

    SectionKind kind() {
        return kind;
    }

    /// Puts the caret at a sentence's start and the focus into the text.
    void jumpTo(SentenceId id) {
        int at = 0;
        for (ReportSentence sentence : model.report().section(kind).sentences()) {
            if (sentence.id().equals(id)) {
                area.requestFocus();
                area.selectRange(at + sentence.text().stripTrailing().length(), at);
                return;
            }
            at += sentence.text().length();
        }
    }

    /// Brings the text area to the report's text by the smallest change, so that the caret stays
    /// where it was.
    private void show(Report report) {
        String text = report.text(kind);
        if (!composed.mayShow(text)) {
            return;
        }
        String old = area.getText();
        if (!text.equals(old)) {
            int head = 0;
            int shorter = Math.min(text.length(), old.length());
            while (head < shorter && text.charAt(head) == old.charAt(head)) {
                head++;
            }
            int tail = 0;
            while (tail < shorter - head
                    && text.charAt(text.length() - 1 - tail) == old.charAt(old.length() - 1 - tail)) {
                tail++;
            }
            showing = true;
            try {
                area.replaceText(head, old.length() - tail, text.substring(head, text.length() - tail));
            } finally {
                showing = false;
            }
        }
        marks.redraw();
    }

    private void key(KeyEvent event) {
        if (composed.isRunning()) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z && !event.isShiftDown()) {
            model.undo();
            event.consume();
        } else if (event.isShortcutDown() && (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z)) {
            model.redo();
            event.consume();
        }
    }

    /// A click on a sentence goes to its image, once: further clicks in it are about its words. With Ctrl held it
    /// goes on to the next place the sentence rests on.
    private void click(MouseEvent event) {
        boolean isPlain = event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 1
                && area.getSelection().getLength() == 0;
        if (isPlain) {
            sentenceAt(area.getCaretPosition())
                    .filter(sentence ->
                            event.isShortcutDown() || !model.evidence().isLit(sentence))
                    .ifPresent(model.evidence()::show);
        }
    }

    /// Shows the images behind the sentence at the caret.
    void showEvidence() {
        sentenceAt(area.getCaretPosition()).ifPresent(model.evidence()::show);
    }

    private Optional<ReportSentence> sentenceAt(int caret) {
        int end = 0;
        for (ReportSentence sentence : model.report().section(kind).sentences()) {
            end += sentence.text().length();
            if (caret < end) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    private ContextMenu menu(EditorWords words) {
        MenuItem undo = item(words, "undo", model::undo);
        MenuItem redo = item(words, "redo", model::redo);
        MenuItem cut = item(words, "cut", area::cut);
        MenuItem copy = item(words, "copy", area::copy);
        MenuItem paste = item(words, "paste", area::paste);
        MenuItem all = item(words, "select-all", area::selectAll);
        MenuItem takeOver = item(
                words,
                "take-over",
                () -> sentenceAt(area.getCaretPosition()).ifPresent(sentence -> model.takeOver(kind, sentence.id())));
        ContextMenu menu = new ContextMenu(undo, redo, cut, copy, paste, all, takeOver);
        menu.setOnShowing(event -> takeOver.setVisible(sentenceAt(area.getCaretPosition())
                .filter(ReportSentence::isUnaccepted)
                .isPresent()));
        return menu;
    }

    private static MenuItem item(EditorWords words, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.text("report.ui." + key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Where the caret is, in the area's space; empty before the first layout.
    Optional<Rectangle2D> caretBounds() {
        int at = Math.min(area.getCaretPosition(), Math.max(0, area.getLength() - 1));
        return area.getSkin() instanceof TextAreaSkin skin && area.getLength() > 0
                ? Optional.ofNullable(skin.getCharacterBounds(at))
                : Optional.empty();
    }

    /// Makes the area as tall as its text, so that it never scrolls by itself: the page does.
    private void fit() {
        if (area.lookup(".text") instanceof Text text && area.getWidth() > 0) {
            if (!text.equals(watched)) {
                // The bounds are right only after the text's style and layout, so they are followed.
                watched = text;
                text.layoutBoundsProperty().addListener((observable, old, bounds) -> fit());
            }
            double height = Math.ceil(text.getLayoutBounds().getHeight()) + PADDING;
            if (height != area.getPrefHeight()) {
                area.setPrefHeight(height);
                area.setMinHeight(height);
            }
            area.setScrollTop(0);
            marks.redraw();
        }
    }
}
