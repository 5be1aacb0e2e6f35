package org.readingroom.desktop.boot;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.form.ReportForm;

/// Templates: choosing one, filling in its fields, and the form beside the text.
///
/// **Thread:** FX.
final class TemplatePlace {
    private final ReportingParts parts;
    private @Nullable ReportForm form;

    TemplatePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
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
        list.add("template.form", alt(KeyCode.V), written, () -> with(ReportForm::toggle));
    }

    /// With Ctrl too: Alt alone is heard in the text, by the form itself, and belongs to tools in the images.
    private static KeyCombination alt(KeyCode code) {
        return Shortcuts.key(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    }

    private void opened(@Nullable OpenedReport report) {
        form = report == null
                ? null
                : new ReportForm(
                        report.view(),
                        report.model(),
                        TemplateLibrary::shipped,
                        parts.around().words().messagesProperty());
    }

    private void with(Consumer<ReportForm> act) {
        ReportForm now = form;
        if (now != null) {
            act.accept(now);
        }
    }
}
