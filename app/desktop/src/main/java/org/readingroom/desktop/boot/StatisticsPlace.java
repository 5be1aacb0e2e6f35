package org.readingroom.desktop.boot;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reporting.statistics.StatisticsModel;
import org.readingroom.desktop.reporting.statistics.StatisticsSheet;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.ReportStatistics;
import org.readingroom.services.reporting.ReportStatistics.Counted;
import org.readingroom.services.reporting.StudyOrders;
import org.readingroom.viewer.model.WorkstationException;

/// The figures of the department, for the roles that the rule file lets look.
///
/// **Thread:** FX.
final class StatisticsPlace {
    private final ReportingParts parts;
    private final Surroundings around;
    private final ReportStatistics statistics;

    StatisticsPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.around = parts.around();
        this.statistics = around.session().reporting().statistics();
        new CommandList(commands)
                .add(
                        "report.statistics",
                        Shortcuts.key(KeyCode.G, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        new ReadOnlyBooleanWrapper(statistics.mayLook()),
                        this::show);
    }

    private void show() {
        Session session = around.session();
        StatisticsModel model = new StatisticsModel(
                period -> counted(session, period),
                statistics.rules(),
                around.lanes(),
                statistics.now(),
                ZoneId.systemDefault());
        model.faultProperty().subscribe(fault -> {
            if (fault != null) {
                around.tell(fault);
            }
        });
        StatisticsSheet[] sheet = new StatisticsSheet[1];
        sheet[0] = new StatisticsSheet(model, around.words(), statistics.isFileBroken(), () -> choose(sheet[0]));
        parts.sheets().show("desktop.statistics.title", sheet[0].body(), 1320, 820);
        model.choose(StatisticsModel.Choice.MONTH);
    }

    private Counted counted(Session session, org.readingroom.report.statistics.Period period)
            throws WorkstationException {
        return statistics.count(period, StudyOrders.of(session.orders(), session.studies(), session.worklist()));
    }

    private void choose(StatisticsSheet sheet) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName(sheet.fileName());
        File file = chooser.showSaveDialog(sheet.body().getScene().getWindow());
        if (file != null) {
            sheet.csv().ifPresent(csv -> export(file.toPath(), csv));
        }
    }

    /// Figures name nobody: they pass the gate as a text about no study.
    private void export(Path file, String csv) {
        ExportRequest request = new ExportRequest(ExportForm.TEXT, ExportPlace.FILE, PatientIdentity.NONE, Set.of(), 1);
        around.exit()
                .through(
                        request,
                        () -> written(file, csv),
                        done -> around.status().say(Tone.DONE, around.words().get("desktop.statistics.exported")),
                        around::tell);
    }

    private static boolean written(Path file, String csv) throws WorkstationException {
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            throw new WorkstationException("desktop.statistics.unwritable", List.of(), "CSV cannot be written", e);
        }
    }
}
