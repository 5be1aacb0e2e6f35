package org.readingroom.desktop.boot;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.model.Report;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.ui.prior.PriorDesk;
import org.readingroom.services.reporting.EarlierReports;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// The key that brings words of the patient's earlier reports into the one being written.
///
/// **Thread:** FX.
final class PriorReportPlace {
    private final ReportingParts parts;
    private final Surroundings around;
    private final EarlierReports earlier;
    private @Nullable PriorDesk desk;

    PriorReportPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.earlier = PatientReports.of(around.session());
        parts.read().reportProperty().subscribe(this::opened);
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        new CommandList(commands).add("report.prior", Shortcuts.ctrl(KeyCode.F3), written, this::ask);
    }

    private void opened(@Nullable OpenedReport report) {
        desk = report == null
                ? null
                : new PriorDesk(
                        report.view(),
                        report.model(),
                        this::answer,
                        around.words().messagesProperty());
    }

    private void ask() {
        PriorDesk now = desk;
        if (now != null) {
            now.ask();
        }
    }

    /// Not answered when another report was opened meanwhile.
    private void answer(Report report, Consumer<PriorReports> answer) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> earlier.of(report.study()),
                        found -> parts.read().withReport(now -> {
                            if (now.model().report().id().equals(report.id())) {
                                answer.accept(found);
                            }
                        }),
                        around::tell);
    }
}
