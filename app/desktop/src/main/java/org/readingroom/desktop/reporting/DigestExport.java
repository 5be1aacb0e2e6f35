package org.readingroom.desktop.reporting;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.redline.Digest;
import org.readingroom.report.redline.DigestEntry;
import org.readingroom.report.redline.RedlineAct;
import org.readingroom.report.redline.SeniorChange;
import org.readingroom.report.register.RegisterCsv;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The digest as a table for spreadsheets, one row a change: it names patients, and passes the gate as such.
///
/// **Thread:** FX.
// [impl->req~report.digest.export~1]
public final class DigestExport {
    private static final List<String> COLUMNS = List.of(
            "study-day", "patient", "accession", "modality", "study", "section", "kinds", "stage", "who", "at", "why");

    private final ExitDoor exit;
    private final Words words;
    private final StatusViewModel status;

    public DigestExport(ExitDoor exit, Words words, StatusViewModel status) {
        this.exit = exit;
        this.words = words;
        this.status = status;
    }

    /// Asks where to, unless there is nothing.
    public void choose(Window window, Digest digest) {
        if (digest.entries().isEmpty()) {
            status.say(Tone.ATTENTION, words.get("desktop.digest.none"));
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName("digest.csv");
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            exportTo(file.toPath(), digest);
        }
    }

    void exportTo(Path file, Digest digest) {
        List<StudyUid> studies =
                digest.entries().stream().map(entry -> study(entry).study()).toList();
        String csv = csv(digest);
        exit.through(
                new ExportRequest(
                        ExportForm.TEXT,
                        ExportPlace.FILE,
                        PatientIdentity.NAMED,
                        studies.stream().collect(Collectors.toSet()),
                        studies.size()),
                () -> written(file, csv),
                done -> status.say(Tone.DONE, words.get("desktop.digest.exported")));
    }

    String csv(Digest digest) {
        List<List<String>> rows = new ArrayList<>();
        for (DigestEntry entry : digest.entries()) {
            for (SeniorChange change : entry.changes()) {
                String kinds = change.kinds().stream()
                        .sorted()
                        .map(kind -> words.get(kind.messageKey()))
                        .collect(Collectors.joining("; "));
                rows.add(row(entry, words.get(change.section().messageKey()), kinds, change.act()));
            }
            for (RedlineAct turned : entry.marks()) {
                rows.add(row(entry, "", words.get("desktop.digest.marks"), turned));
            }
        }
        return RegisterCsv.of(
                COLUMNS.stream()
                        .map(column -> words.get("desktop.digest.column." + column))
                        .toList(),
                rows);
    }

    private List<String> row(DigestEntry entry, String section, String kinds, RedlineAct act) {
        StudyIdentity study = study(entry);
        LocalDateTime time = study.studyTime();
        Stage stage = act.stage();
        return List.of(
                time == null ? "" : time.toLocalDate().toString(),
                study.patient().id().value(),
                study.accessionNumber(),
                study.modality(),
                study.description(),
                section,
                kinds,
                stage == null ? "" : words.get(stage.messageKey()),
                act.who(),
                at(act.when()),
                act.reason());
    }

    private static String at(@Nullable Instant when) {
        return when == null ? "" : when.toString();
    }

    private static StudyIdentity study(DigestEntry entry) {
        return entry.versions().getLast().report().study();
    }

    private static boolean written(Path file, String csv) throws WorkstationException {
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8);
            return true;
        } catch (IOException e) {
            throw new WorkstationException("desktop.digest.unwritable", List.of(), "digest cannot be written", e);
        }
    }
}
