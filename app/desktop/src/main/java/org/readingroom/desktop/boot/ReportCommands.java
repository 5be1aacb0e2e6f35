package org.readingroom.desktop.boot;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.services.reporting.ReportCopies;

/// What can be done with the report on the screen.
///
/// **Thread:** FX.
final class ReportCommands {
    private final Surroundings around;
    private final ReadPlace read;
    private final DocumentSheet documents;

    ReportCommands(Surroundings around, ReadPlace read, DocumentSheet documents) {
        this.around = around;
        this.read = read;
        this.documents = documents;
    }

    void addTo(CommandRegistry registry, ObjectProperty<Place> place) {
        CommandList commands = new CommandList(registry);
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> place.get() == Place.READ && read.reportProperty().get() != null, place, read.reportProperty());
        commands.add(
                "report.focus",
                Shortcuts.key(KeyCode.TAB),
                written,
                () -> read.withReport(report -> report.view().focusText()));
        commands.add(
                "report.sign",
                Shortcuts.ctrl(KeyCode.ENTER),
                written,
                () -> read.withReport(report -> report.view().openSignSheet()));
        commands.add(
                "report.next-check",
                Shortcuts.key(KeyCode.F8),
                written,
                () -> read.withReport(report -> report.view().checkStrip().jumpToNext()));
        commands.add(
                "report.evidence",
                Shortcuts.ctrl(KeyCode.G),
                written,
                () -> read.withReport(report -> report.view().showEvidence()));
        commands.add(
                "report.addendum",
                null,
                written,
                () -> read.withReport(report -> report.model().beginAddendum()));
        commands.add(
                "report.copy",
                Shortcuts.key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                written,
                () -> read.withReport(this::copy));
        commands.add("report.pdf", Shortcuts.key(KeyCode.F9), written, () -> read.withReport(this::showLastSigned));
    }

    // [impl->req~report.text.plain~1]
    // [impl->req~report.copy.validity~1]
    private void copy(OpenedReport report) {
        Report words = report.model().report();
        ReportCopies copies =
                new ReportCopies(around.session().reports(), around.session().course(), ZoneId.systemDefault());
        around.exit().copy(() -> copies.text(words), words.study().study());
    }

    private void showLastSigned(OpenedReport report) {
        List<SignedReport> versions = report.model().versions();
        if (versions.isEmpty()) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.report.unsigned"));
        } else {
            SignedReport last = ValidVersions.of(versions).getLast();
            documents.show(
                    last.report().id(),
                    last.act().version(),
                    last.report().study().study());
        }
    }
}
