package org.readingroom.report.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.GroupInstance;
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
    private final LesionRows around;
    private final Map<String, FieldRow> byField = new HashMap<>();
    private final InvalidationListener changed = observable -> show();
    private @Nullable ReportTemplate shown;
    private @Nullable FieldRow last;

    FormPane(FormModel model, FormWords words) {
        super();
        this.model = model;
        this.words = words;
        this.around = new LesionRows(model.lesions(), words, this::focus, this::refocus);
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
            first();
        }
    }

    /// Takes the measurement of the desk into the field for numbers that had the keyboard last; false
    /// when none had it since the text did.
    boolean measure() {
        FieldRow row = last;
        return isVisible() && row != null && rows.getChildren().contains(row) && row.measure();
    }

    /// The lesion whose field had the keyboard last; empty when the text has it, or a field of none.
    Optional<GroupInstance> lesion() {
        FieldRow row = last;
        return isVisible() && row != null && rows.getChildren().contains(row)
                ? model.lesions().of(row.field())
                : Optional.empty();
    }

    /// Whether the keyboard was in the form last, not in the text.
    boolean isUsed() {
        return isVisible() && last != null;
    }

    /// Gives the keyboard to the first field when the one that had it is there no more.
    void refocus() {
        if (last != null && !rows.getChildren().contains(last)) {
            first();
        }
    }

    private void first() {
        rows.getChildren().stream()
                .filter(FieldRow.class::isInstance)
                .findFirst()
                .ifPresent(row -> ((FieldRow) row).focus());
    }

    /// Gives the keyboard to the first field of `lesion`.
    void focus(GroupInstance lesion) {
        rows.getChildren().stream()
                .filter(node -> node instanceof FieldRow row
                        && model.lesions()
                                .of(row.field())
                                .filter(lesion::equals)
                                .isPresent())
                .findFirst()
                .ifPresent(row -> ((FieldRow) row).focus());
    }

    void forget() {
        last = null;
    }

    private void focused() {
        byField.values().stream().filter(FieldRow::isFocusIn).findFirst().ifPresent(row -> {
            last = row;
            show(row);
        });
    }

    /// Scrolls as far as the row that has the keyboard asks for.
    private void show(FieldRow row) {
        applyCss();
        layout();
        double seen = getViewportBounds().getHeight();
        double rest = rows.getHeight() - seen;
        if (rest <= 0 || row.getParent() == null) {
            return;
        }
        double from = row.getBoundsInParent().getMinY();
        double to = row.getBoundsInParent().getMaxY();
        double top = getVvalue() * rest;
        if (from < top || to > top + seen) {
            setVvalue(Math.clamp((from < top ? from : to - seen) / rest, 0, 1));
        }
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
        if (!Objects.equals(shown, form.template().written())) {
            shown = form.template().written();
            byField.clear();
        }
        List<Node> now = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SectionKind kind : SectionKind.values()) {
            List<Node> of = form.template()
                    .section(kind)
                    .map(section -> rows(form, section, seen))
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

    /// `seen` are the groups of the sections before.
    private List<Node> rows(TemplateForm form, TemplateSection section, Set<String> seen) {
        Set<String> here = new HashSet<>(seen);
        List<Node> of = new ArrayList<>();
        GroupInstance before = null;
        for (TemplateLine line : section.lines()) {
            GroupInstance lesion =
                    isAsked(form, line) ? form.template().repeats().of(line).orElse(null) : before;
            between(of, before, lesion, here);
            before = lesion;
            for (String id : line.fields()) {
                TemplateField field = form.template().fields().get(id);
                if (field != null && form.isShown(id)) {
                    of.add(byField.computeIfAbsent(id, any -> new FieldRow(model, field, words)));
                }
            }
        }
        between(of, before, null, here);
        section.lines().stream()
                .flatMap(line -> form.template().repeats().of(line).stream())
                .forEach(one -> seen.add(one.group().id()));
        return of;
    }

    /// Whether a person has something to fill in in the line.
    private static boolean isAsked(TemplateForm form, TemplateLine line) {
        return line.fields().stream().anyMatch(form::isShown);
    }

    private void between(
            List<Node> of, @Nullable GroupInstance before, @Nullable GroupInstance now, Set<String> elsewhere) {
        if (before != null
                && !before.equals(now)
                && before.number() == before.count()
                && !elsewhere.contains(before.group().id())) {
            of.add(around.another(before));
        }
        if (now != null && !now.equals(before)) {
            of.add(around.heading(now, !elsewhere.contains(now.group().id())));
        }
    }
}
