package org.readingroom.desktop.reporting;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.report.template.TemplateException;
import org.readingroom.report.template.TemplateFunctions;
import org.readingroom.report.template.TemplateReader;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.viewer.model.WorkstationException;

/// MRRT files on their way in and out. What leaves passes the export gate as words that may name a patient: nobody can
/// tell
/// what was written into a template. What comes in is cleaned before anybody sees it.
///
/// **Thread:** FX.
public final class TemplateFiles {
    private final Words words;
    private final ExitDoor exit;
    private final Consumer<Exception> fault;
    private final Runnable written;

    /// `written` is told that a file was written.
    public TemplateFiles(Words words, ExitDoor exit, Consumer<Exception> fault, Runnable written) {
        this.words = words;
        this.exit = exit;
        this.fault = fault;
        this.written = written;
    }

    public Node[] buttons(TemplateSheet sheet) {
        return new Node[] {
            button("import", () -> {
                File file = chooser().showOpenDialog(sheet.node().getScene().getWindow());
                if (file != null) {
                    importFrom(file.toPath(), sheet::take);
                }
            }),
            button("export", () -> {
                FileChooser chooser = chooser();
                chooser.setInitialFileName("template.html");
                File file = chooser.showSaveDialog(sheet.node().getScene().getWindow());
                if (file != null) {
                    exportTo(file.toPath(), sheet.text());
                }
            })
        };
    }

    /// Hands on the cleaned file; one that is refused as a whole is handed on as it is, to be mended, unless it is too
    /// large or no text.
    void importFrom(Path file, Consumer<String> take) {
        try {
            if (Files.size(file) > TemplateReader.MOST_BYTES) {
                fault.accept(new WorkstationException(
                        "report.template.too-large",
                        List.of(TemplateReader.MOST_BYTES / 1024),
                        "too large a file",
                        null));
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                take.accept(new TemplateReader(TemplateFunctions.shipped())
                        .read(bytes)
                        .source());
            } catch (TemplateException e) {
                if (e.messageKey().equals("report.template.not-text")) {
                    fault.accept(e);
                } else {
                    take.accept(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            fault.accept(
                    new WorkstationException("desktop.templates.unreadable", List.of(), "template cannot be read", e));
        }
    }

    void exportTo(Path file, String source) {
        exit.through(
                new ExportRequest(ExportForm.TEXT, ExportPlace.FILE, PatientIdentity.NAMED, Set.of(), 1),
                () -> write(file, source),
                done -> written.run(),
                fault);
    }

    private static boolean write(Path file, String source) throws WorkstationException {
        byte[] clean = new TemplateReader(TemplateFunctions.shipped())
                .read(source.getBytes(StandardCharsets.UTF_8))
                .source()
                .getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(file, clean);
            return true;
        } catch (IOException e) {
            throw new WorkstationException("desktop.templates.unwritable", List.of(), "template cannot be written", e);
        }
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("MRRT", "*.html", "*.htm", "*.xhtml"));
        return chooser;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get("desktop.templates." + key));
        button.setId("template-" + key);
        button.setTooltip(new Tooltip(words.get("desktop.templates." + key + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }
}
