package org.readingroom.desktop.boot;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reporting.DigestExport;
import org.readingroom.desktop.reporting.DigestSheet;
import org.readingroom.report.redline.DigestEntry;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// What others changed of one's own reports, and the way from there to each redline.
///
/// **Thread:** FX.
// [impl->req~report.digest.sheet~1]
final class DigestPlace {
    /// chosen: between two talks with whoever teaches.
    private static final int DAYS = 30;

    private final ReportingParts parts;
    private final Surroundings around;
    private final RedlinePlace redlines;

    DigestPlace(ReportingParts parts, RedlinePlace redlines, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.redlines = redlines;
        new CommandList(commands)
                .add(
                        "report.digest",
                        Shortcuts.key(KeyCode.F7, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        this::show);
    }

    private void show() {
        DigestExport export = new DigestExport(around.exit(), around.words(), around.status());
        DigestSheet[] sheet = new DigestSheet[1];
        sheet[0] = new DigestSheet(around.words(), DAYS, days -> ask(days, sheet[0]), this::open, export::choose);
        parts.sheets().show("desktop.digest.title", sheet[0].body(), 900, 680, sheet[0].exporting());
        ask(DAYS, sheet[0]);
    }

    /// By the clock of the home, by which reports are signed.
    private void ask(int days, DigestSheet sheet) {
        Instant from = around.session().course().now().minus(Duration.ofDays(days));
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> around.session().reporting().seniorChanges().since(from),
                        digest -> sheet.show(days, digest),
                        around::tell);
    }

    private void open(DigestEntry entry) {
        redlines.show(entry.versions(), entry.first(), entry.last());
    }
}
