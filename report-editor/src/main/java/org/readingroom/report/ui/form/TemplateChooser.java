package org.readingroom.report.ui.form;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.ReportEditorView;

/// The choice of a template over the report: the best suited first, those made for other studies last and marked.
///
/// Letters search titles and descriptions, arrows go through, Enter fills in and opens the first field, Escape leaves.
///
/// **Thread:** `fx`.
// [impl->req~report.template.choose~1]
final class TemplateChooser {
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final ReportEditorView view;
    private final FormModel model;
    private final FormWords words;
    private final Runnable applied;
    private final TextField search = new TextField();
    private final ListView<ReportTemplate> list = new ListView<>();

    /// `applied` is told when one was filled in.
    TemplateChooser(ReportEditorView view, FormModel model, FormWords words, Runnable applied) {
        this.view = view;
        this.model = model;
        this.words = words;
        this.applied = applied;
    }

    void show() {
        Label title = new Label(words.get("report.form.choose"));
        title.getStyleClass().add("report-title");
        search.setId("template-search");
        search.setPromptText(words.get("report.form.choose-search"));
        search.textProperty().subscribe(text -> fill());
        list.setId("template-list");
        list.getStyleClass().add("form-list");
        list.setCellFactory(cells -> new Cell());
        list.setPlaceholder(new Label(words.get("report.form.choose-none")));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                apply();
            }
        });
        Label hint = new Label(words.get("report.form.choose-hint"));
        hint.getStyleClass().add("report-quiet");
        hint.setWrapText(true);
        VBox box = new VBox(title, search, list, hint);
        box.getStyleClass().add("form-box");
        box.setMaxHeight(520);
        StackPane layer = new StackPane(box);
        layer.setAlignment(Pos.TOP_CENTER);
        layer.getStyleClass().add("report-shade");
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        layer.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget().equals(layer)) {
                view.hideOver();
            }
        });
        view.showOver(layer);
        search.requestFocus();
    }

    private void fill() {
        Report report = model.editor().report();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<ReportTemplate> found = model.library().suiting(report.study(), report.language()).stream()
                .filter(template -> text(template).contains(wanted))
                .toList();
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
    }

    private static String text(ReportTemplate template) {
        return (template.title() + " " + template.head().description() + " "
                        + String.join(" ", template.head().words()))
                .toLowerCase(Locale.ROOT);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> view.hideOver();
            case ENTER -> apply();
            case DOWN -> step(1);
            case UP -> step(-1);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        int shown = Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(shown);
        list.scrollTo(shown);
    }

    private void apply() {
        ReportTemplate chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            view.hideOver();
            model.editor().apply(chosen);
            applied.run();
        }
    }

    private final class Cell extends ListCell<ReportTemplate> {
        @Override
        protected void updateItem(@Nullable ReportTemplate template, boolean empty) {
            super.updateItem(template, empty);
            if (empty || template == null) {
                pseudoClassStateChanged(OTHER, false);
                setText(null);
                return;
            }
            boolean isOther = TemplateLibrary.isForOthers(
                    template, model.editor().report().study());
            pseudoClassStateChanged(OTHER, isOther);
            setText(isOther ? words.get("report.form.choose-other", template.title()) : template.title());
        }
    }
}
