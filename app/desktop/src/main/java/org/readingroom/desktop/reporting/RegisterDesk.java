package org.readingroom.desktop.reporting;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.register.Outcome;
import org.readingroom.report.register.RegisterCsv;
import org.readingroom.report.register.RegisterEntry;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.reporting.AiRegisterStore;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The register of suggestions used, as a sheet and as a table for spreadsheets, and the follow-up of its cases.
///
/// **Thread:** FX.
public final class RegisterDesk {
    private static final List<String> COLUMNS = List.of(
            "accession",
            "patient",
            "study",
            "report",
            "section",
            "source",
            "version",
            "suggested",
            "act",
            "distance",
            "words",
            "basis",
            "signed-version",
            "who",
            "at",
            "conclusion",
            "outcome");

    private final AiRegisterStore register;
    private final TaskRunner tasks;
    private final ExitDoor exit;
    private final Words words;
    private final StatusViewModel status;
    private final Consumer<Exception> fault;

    /// What the sheet shows: the uses, and what the follow-ups found.
    record Stand(List<RegisterEntry> entries, Map<ReportId, Outcome> outcomes) {}

    public RegisterDesk(
            AiRegisterStore register,
            TaskRunner tasks,
            ExitDoor exit,
            Words words,
            StatusViewModel status,
            Consumer<Exception> fault) {
        this.register = register;
        this.tasks = tasks;
        this.exit = exit;
        this.words = words;
        this.status = status;
        this.fault = fault;
    }

    /// Reads the register and shows it.
    public void show(SheetLayer sheets) {
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> new Stand(register.entries(), register.outcomes()),
                stand -> show(sheets, stand),
                fault);
    }

    private void show(SheetLayer sheets, Stand stand) {
        RegisterTable table = new RegisterTable(stand, words);
        Node[] buttons = {
            button("confirmed", () -> outcome(sheets, table, Outcome.Finding.CONFIRMED)),
            button("refuted", () -> outcome(sheets, table, Outcome.Finding.REFUTED)),
            button("unknown", () -> outcome(sheets, table, Outcome.Finding.UNKNOWN)),
            button("export", () -> choose(table, stand))
        };
        sheets.show("desktop.register.title", table, 1100, 640, buttons);
    }

    private void outcome(SheetLayer sheets, RegisterTable table, Outcome.Finding finding) {
        RegisterEntry chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null || !chosen.isSigned()) {
            status.say(Tone.ATTENTION, words.get("desktop.register.choose-signed"));
            return;
        }
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    register.record(chosen.report(), finding, "");
                    return true;
                },
                done -> show(sheets),
                fault);
    }

    private void choose(RegisterTable table, Stand stand) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName("ai-register.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            exportTo(file.toPath(), stand);
        }
    }

    /// The rows name patients: they pass the gate as such.
    void exportTo(Path file, Stand stand) {
        String csv = csv(stand);
        ExportRequest request = new ExportRequest(
                ExportForm.TEXT,
                ExportPlace.FILE,
                PatientIdentity.NAMED,
                stand.entries().stream().map(row -> row.study().study()).collect(Collectors.toSet()),
                Math.max(1, stand.entries().size()));
        exit.through(
                request,
                () -> written(file, csv),
                done -> status.say(Tone.DONE, words.get("desktop.register.exported")),
                fault);
    }

    private String csv(Stand stand) {
        return RegisterCsv.of(
                COLUMNS.stream()
                        .map(column -> words.get("desktop.register.column." + column))
                        .toList(),
                stand.entries().stream()
                        .map(row -> RegisterCsv.cells(
                                row, words.get(row.kind().messageKey()), RegisterTable.followUp(row, stand, words)))
                        .toList());
    }

    private static boolean written(Path file, String csv) throws WorkstationException {
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            throw new WorkstationException("desktop.register.unwritable", List.of(), "register cannot be written", e);
        }
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get("desktop.register." + key));
        button.setId("register-" + key);
        button.setTooltip(new Tooltip(words.get("desktop.register." + key + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }
}
