package org.readingroom.desktop.boot;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.aftercare.AftercareModel;
import org.readingroom.desktop.reporting.aftercare.AftercareSheet;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.model.Report;

/// What becomes of cases once their reports are out, on one key from everywhere.
///
/// **Thread:** FX.
final class AftercarePlace {
    private final ReportingParts parts;

    AftercarePlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        new CommandList(commands)
                .add(
                        "report.aftercare",
                        Shortcuts.key(KeyCode.H, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        this::show);
    }

    private void show() {
        Surroundings around = parts.around();
        AftercareModel model = new AftercareModel(around.session().reporting().aftercare(), around.lanes(), open());
        parts.sheets().show("desktop.aftercare.title", new AftercareSheet(model, around.words()).body(), 1180, 760);
        model.refresh();
    }

    /// The report before the reader; none in the list.
    private @Nullable Report open() {
        OpenedReport opened = parts.read().reportProperty().get();
        return opened == null || parts.shell().placeProperty().get() != Place.READ
                ? null
                : opened.model().report();
    }
}
