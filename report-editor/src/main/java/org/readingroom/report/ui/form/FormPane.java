package org.readingroom.report.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateField;
import org.readingroom.report.template.TemplateForm;
import org.readingroom.report.template.TemplateLine;
import org.readingroom.report.template.TemplateSection;

/// Every field of the form that counts now, one under the other, beside the text they make.
///
/// Tab goes from field to field; a value is taken when its field is left.
///
/// **Thread:** `fx`.
// [impl->req~report.template.pane~1]
final class FormPane extends ScrollPane {
    private final FormModel model;
    private final FormWords words;
    private final VBox rows = new VBox();
    private final Map<String, FieldRow> byField = new HashMap<>();
    private final InvalidationListener changed = observable -> show();
    private @Nullable ReportTemplate shown;
    private @Nullable FieldRow last;

    FormPane(FormModel model, FormWords words) {
        super();
        this.model = model;
        this.words = words;
        setId("form-pane");
        getStyleClass().addAll("form-pane", "report-scroll");
        rows.getStyleClass().add("form-rows");
        setContent(rows);
        setFitToWidth(true);
        setVisible(false);
        setManaged(false);
        model.formProperty().addListener(changed);
        rows.focusWithinProperty().addListener(observable -> focused());
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> focused());
        words.messages().addListener(observable -> {
            shown = null;
            show();
        });
    }

    /// Shows or hides it; shown, the first field has the keyboard.
    void toggle() {
        setVisible(!isVisible());
        setManaged(isVisible());
        show();
        if (isVisible()) {
            rows.getChildren().stream()
                    .filter(FieldRow.class::isInstance)
                    .findFirst()
                    .ifPresent(row -> ((FieldRow) row).focus());
        }
    }

    /// Takes the measurement of the desk into the field for numbers that had the keyboard last; false
    /// when none had it since the text did.
    boolean measure() {
        FieldRow row = last;
        return isVisible() && row != null && rows.getChildren().contains(row) && row.measure();
    }

    void forget() {
        last = null;
    }

    private void focused() {
        byField.values().stream().filter(FieldRow::isFocusIn).findFirst().ifPresent(row -> last = row);
    }

    private void show() {
        TemplateForm form = model.formProperty().get();
        if (!isVisible()) {
            return;
        }
        if (form == null) {
            shown = null;
            byField.clear();
            Label none = new Label(words.get("report.form.none"));
            none.getStyleClass().add("report-quiet");
            none.setWrapText(true);
            rows.getChildren().setAll(none);
            return;
        }
        if (!Objects.equals(shown, form.template())) {
            shown = form.template();
            byField.clear();
        }
        List<Node> now = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            List<Node> of = form.template()
                    .section(kind)
                    .map(section -> rows(form, section))
                    .orElse(List.of());
            if (!of.isEmpty()) {
                Label heading = new Label(words.get(kind.messageKey()));
                heading.getStyleClass().add("report-heading");
                now.add(heading);
                now.addAll(of);
            }
        }
        // Rows that stay keep the keyboard.
        List<Node> rowsNow = now.stream().filter(FieldRow.class::isInstance).toList();
        List<Node> rowsBefore =
                rows.getChildren().stream().filter(FieldRow.class::isInstance).toList();
        if (!rowsNow.equals(rowsBefore)) {
            rows.getChildren().setAll(now);
        }
        byField.values().forEach(FieldRow::show);
    }

    private List<Node> rows(TemplateForm form, TemplateSection section) {
        List<Node> of = new ArrayList<>();
        for (TemplateLine line : section.lines()) {
            for (String id : line.fields()) {
                TemplateField field = form.template().fields().get(id);
                if (field != null && form.isShown(id)) {
                    of.add(byField.computeIfAbsent(id, any -> new FieldRow(model, field, words)));
                }
            }
        }
        return of;
    }
}
