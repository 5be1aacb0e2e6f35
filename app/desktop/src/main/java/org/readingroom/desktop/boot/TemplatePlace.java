package org.readingroom.desktop.boot;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.DepartmentTemplates;
import org.readingroom.desktop.reporting.TemplateFiles;
import org.readingroom.desktop.reporting.TemplateSheet;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.ui.form.ReportForm;

/// Templates: choosing one, filling in its fields, the form beside the text, and the department's own.
///
/// **Thread:** FX.
final class TemplatePlace {
    private final ReportingParts parts;
    private final Surroundings around;
    private final DepartmentTemplates templates;
    private @Nullable ReportForm form;

    TemplatePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.templates =
                new DepartmentTemplates(around.session().reporting().templates(), around.lanes(), around::tell);
        templates.read(this::lookAgain);
        parts.read().reportProperty().subscribe(this::opened);
        addTo(new CommandList(commands));
    }

    private void addTo(CommandList list) {
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        list.add("template.choose", alt(KeyCode.M), written, () -> with(ReportForm::choose));
        list.add("template.field", alt(KeyCode.F), written, () -> with(ReportForm::fill));
        list.add("template.again", alt(KeyCode.G), written, () -> with(ReportForm::again));
        list.add("template.another", alt(KeyCode.A), written, () -> with(ReportForm::another));
        list.add("template.take-out", alt(KeyCode.X), written, () -> with(ReportForm::takeOut));
        list.add("template.form", alt(KeyCode.V), written, () -> with(ReportForm::toggle));
        list.add(
                "template.editor",
                Shortcuts.key(KeyCode.M, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN),
                this::edit);
    }

    /// With Ctrl too: Alt alone is heard in the text, by the form itself, and belongs to tools in the
    /// images.
    private static KeyCombination alt(KeyCode code) {
        return Shortcuts.key(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    }

    private void opened(@Nullable OpenedReport report) {
        if (report != null) {
            report.model().live().templates(id -> templates.library().find(id));
        }
        form = report == null
                ? null
                : new ReportForm(
                        report.view(),
                        report.model(),
                        templates::library,
                        around.words().messagesProperty());
        if (report != null && form != null) {
            report.offerFirst(form::measure);
        }
    }

    private void lookAgain() {
        ReportForm now = form;
        if (now != null) {
            now.model().editor().marksChanged();
        }
    }

    /// Reads anew first: somebody else may have kept one.
    private void edit() {
        templates.read(() -> {
            TemplateSheet sheet = new TemplateSheet(templates, around.words(), this::say);
            TemplateFiles files = new TemplateFiles(
                    around.words(), around.exit(), around::tell, () -> say("desktop.templates.exported"));
            Node[] buttons = sheet.buttons(files.buttons(sheet)).toArray(Node[]::new);
            parts.sheets().show("desktop.templates.title", sheet.body(), 1180, 720, buttons);
        });
    }

    private void say(String key, Object... arguments) {
        around.status().say(Tone.DONE, around.words().get(key, arguments));
    }

    private void with(Consumer<ReportForm> act) {
        ReportForm now = form;
        if (now != null) {
            act.accept(now);
        }
    }
}
