package org.readingroom.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// The sections of a report one below the other, as far as they are to be seen, and which of them has the caret.
///
/// **Thread:** `fx`.
final class SectionPage extends ScrollPane {
    private final ReportEditorViewModel model;
    private final List<SectionEditor> sections = new ArrayList<>();
    private final VBox page = new VBox();
    private SectionKind written = SectionKind.FINDINGS;

    SectionPage(ReportEditorViewModel model, EditorWords words) {
        this.model = model;
        CaretFollow caret = new CaretFollow(this, page, this::focused);
        for (SectionKind kind : SectionKind.values()) {
            SectionEditor section = new SectionEditor(model, kind, words, () -> caret.follow(getScene()));
            section.area().focusedProperty().subscribe(isNow -> written = isNow ? kind : written);
            sections.add(section);
        }
        page.getStyleClass().add("report-page");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("report-scroll");
    }

    void attach() {
        sections.forEach(SectionEditor::attach);
    }

    void detach() {
        sections.forEach(SectionEditor::detach);
    }

    /// Shows what may be written or says something already; the rare sections only then.
    void show() {
        List<Node> shown = new ArrayList<>();
        for (SectionEditor section : sections) {
            boolean empty = model.report().section(section.kind()).isBlank();
            boolean isExtra = section.kind() == SectionKind.ADDENDUM || section.kind() == SectionKind.CONSULTATION;
            if (!isExtra || model.isEditable(section.kind()) || !empty) {
                shown.add(section);
            }
        }
        if (!page.getChildren().equals(shown)) {
            page.getChildren().setAll(shown);
        }
    }

    /// The text that has, or had last, the caret.
    SectionKind written() {
        return written;
    }

    TextArea area(SectionKind kind) {
        return editor(kind).area();
    }

    /// Where a person writes first; what cannot be changed too, so that keys are heard.
    TextArea first() {
        return sections.stream()
                .filter(section -> model.isEditable(section.kind()) && section.kind() != SectionKind.TECHNIQUE)
                .findFirst()
                .orElse(editor(SectionKind.FINDINGS))
                .area();
    }

    void jumpTo(SectionKind kind, SentenceId sentence) {
        editor(kind).jumpTo(sentence);
    }

    Optional<SectionEditor> focused() {
        return sections.stream().filter(section -> section.area().isFocused()).findFirst();
    }

    /// Takes the caret `by` sections on, round the ends.
    void step(int by) {
        List<SectionEditor> shown = sections.stream()
                .filter(section -> page.getChildren().contains(section))
                .toList();
        int at = focused().map(shown::indexOf).orElse(-1) + by;
        shown.get(Math.floorMod(at, shown.size())).area().requestFocus();
    }

    private SectionEditor editor(SectionKind kind) {
        return sections.get(kind.ordinal());
    }
}
