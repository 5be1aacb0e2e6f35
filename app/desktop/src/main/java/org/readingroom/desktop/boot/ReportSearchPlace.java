package org.readingroom.desktop.boot;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reporting.ReportSearchSheet;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.reporting.ReportHit;
import org.readingroom.services.reporting.ReportQuery;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// The search through all signed reports, and the way from what is found to its case.
///
/// **Thread:** FX.
final class ReportSearchPlace {
    private final ReportingParts parts;
    private final Surroundings around;

    ReportSearchPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        new CommandList(commands).add("report.search", Shortcuts.ctrl(KeyCode.F), this::show);
    }

    private void show() {
        ReportSearchSheet[] sheet = new ReportSearchSheet[1];
        sheet[0] = new ReportSearchSheet(around.words(), query -> ask(query, sheet[0]), this::open);
        parts.sheets().show("desktop.found.title", sheet[0].body(), 860, 680);
    }

    private void ask(ReportQuery query, ReportSearchSheet sheet) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> around.session().reporting().search().find(query),
                        hits -> sheet.show(query, hits),
                        around::tell);
    }

    private void open(ReportHit hit) {
        Optional<WorklistRow> row = parts.list().model().items().stream()
                .filter(one -> one.uid().filter(hit.study().study()::equals).isPresent())
                .findFirst();
        if (row.isEmpty()) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.found.not-listed"));
            return;
        }
        parts.sheets().close();
        parts.cases().open(row.get());
    }
}
