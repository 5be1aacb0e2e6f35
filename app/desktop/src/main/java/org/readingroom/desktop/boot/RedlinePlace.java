package org.readingroom.desktop.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.redline.RedlineText;
import org.readingroom.report.redline.RedlineVersion;
import org.readingroom.report.redline.RedlineWords;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.report.ui.redline.RedlineView;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What was changed from version to version of the report on the screen, and the ways out for it.
///
/// **Thread:** FX.
// [impl->req~report.redline.view~1]
final class RedlinePlace {
    private final Surroundings around;
    private final ReadPlace read;
    private final SheetLayer sheets;
    private final Words words;

    RedlinePlace(ReportingParts parts) {
        this.around = parts.around();
        this.read = parts.read();
        this.sheets = parts.sheets();
        this.words = around.words();
    }

    void addTo(CommandRegistry commands) {
        BooleanBinding isOpen = Bindings.isNotNull(read.reportProperty());
        new CommandList(commands)
                .add(
                        "report.redline",
                        Shortcuts.key(KeyCode.F7, KeyCombination.SHIFT_DOWN),
                        isOpen,
                        () -> read.withReport(this::show));
    }

    private void show(OpenedReport report) {
        List<RedlineVersion> versions = RedlineChain.of(report.model());
        if (versions.size() < 2) {
            around.status().say(Tone.ATTENTION, words.get("desktop.redline.one-version"));
            return;
        }
        show(versions, RedlineChain.ground(report.model().versions(), versions.size()), versions.size() - 1);
    }

    /// What became of one of `versions` on the way to a later one, by their places.
    void show(List<RedlineVersion> versions, int first, int last) {
        RedlineView view = new RedlineView(versions, words.messagesProperty().get(), ZoneId.systemDefault());
        view.compare(first, last);
        StudyUid study = versions.getLast().report().study().study();
        Button copy = button("copy", () -> text(view, text -> around.exit().copy(text.plain(), study)));
        Button save = button("save", () -> text(view, text -> save(text.html(), study)));
        sheets.show("desktop.redline.title", view, 1100, 820, copy, save);
    }

    private Button button(String name, Runnable action) {
        Button button = new Button(words.get("desktop.redline." + name));
        button.setId("redline-" + name);
        button.setTooltip(new Tooltip(words.get("desktop.redline." + name + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void text(RedlineView view, java.util.function.Consumer<RedlineText> use) {
        RedlineWords said = new RedlineWords(words.messagesProperty().get(), ZoneId.systemDefault());
        view.redline().ifPresent(redline -> use.accept(new RedlineText(redline, said)));
    }

    // [impl->req~report.redline.export~1]
    private void save(String html, StudyUid study) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("desktop.redline.save"));
        chooser.setInitialFileName("redline.html");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        File chosen = chooser.showSaveDialog(sheets.getScene().getWindow());
        if (chosen != null) {
            around.exit()
                    .through(
                            new ExportRequest(ExportForm.REPORT, ExportPlace.FILE, PatientIdentity.NAMED, study, 1),
                            () -> write(html, chosen.toPath()),
                            path -> around.status().say(Tone.DONE, words.get("desktop.redline.saved", path)));
        }
    }

    /// Whole or not at all: writes beside it first.
    private static Path write(String html, Path target) throws WorkstationException {
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(fresh, html);
            return Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkstationException(
                    "desktop.redline.not-saved", List.of(target.toString()), "the redline cannot be written", e);
        }
    }

    /// The signed versions and, where it says something else than those that are read, the draft.
    private static final class RedlineChain {
        static List<RedlineVersion> of(ReportEditorViewModel model) {
            List<RedlineVersion> versions = new java.util.ArrayList<>(
                    model.versions().stream().map(RedlineVersion::of).toList());
            if (!isSigned(model.versions(), model.report())) {
                versions.add(RedlineVersion.draft(model.report(), model.author()));
            }
            return versions;
        }

        /// Whoever is not to sign a new reading reads the version that holds.
        private static boolean isSigned(List<SignedReport> versions, Report report) {
            return !versions.isEmpty()
                    && (versions.getLast().report().equals(report)
                            || ValidVersions.of(versions).getLast().report().equals(report));
        }

        /// What the last of `count` versions is compared with at first: the one before it, and of a new reading that
        /// waits the one that holds.
        // [impl->req~report.workflow.reread-valid~1]
        static int ground(List<SignedReport> versions, int count) {
            boolean isReread = ValidVersions.isBeingReread(versions) && count == versions.size();
            return isReread ? ValidVersions.of(versions).size() - 1 : count - 2;
        }
    }
}
