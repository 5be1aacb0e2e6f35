package org.readingroom.desktop.reporting;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.phrase.PhraseJson;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.reporting.PhraseOwner;
import org.readingroom.viewer.model.WorkstationException;

/// Phrase books on their way to and from files. What leaves passes the export gate as words that may name a patient:
/// nobody can tell what was kept as a phrase.
///
/// **Thread:** FX.
public final class PhraseFiles {
    private final PhraseBooks books;
    private final Words words;
    private final ExitDoor exit;
    private final Consumer<Exception> fault;
    private final Consumer<String> say;

    public PhraseFiles(PhraseBooks books, Words words, ExitDoor exit, Consumer<Exception> fault, Consumer<String> say) {
        this.books = books;
        this.words = words;
        this.exit = exit;
        this.fault = fault;
        this.say = say;
    }

    public Node[] buttons(PhraseBookSheet sheet) {
        Button in = button("import", () -> read(sheet));
        Button out = button("export", () -> write(sheet));
        return new Node[] {in, out};
    }

    private void write(PhraseBookSheet sheet) {
        PhraseBook book = books.of(sheet.owner());
        FileChooser chooser = chooser();
        chooser.setInitialFileName("phrases.json");
        File file = chooser.showSaveDialog(window(sheet));
        if (file != null) {
            exportTo(file.toPath(), book);
        }
    }

    void exportTo(Path file, PhraseBook book) {
        int texts = Math.max(1, book.phrases().size() + book.normals().size());
        exit.through(
                new ExportRequest(ExportForm.TEXT, ExportPlace.FILE, PatientIdentity.NAMED, Set.of(), texts),
                () -> written(file, book),
                done -> say.accept("desktop.phrases.exported"),
                fault);
    }

    private static boolean written(Path file, PhraseBook book) throws WorkstationException {
        try {
            Files.write(file, PhraseJson.write(book));
            return true;
        } catch (IOException e) {
            throw new WorkstationException("desktop.phrases.unwritable", List.of(), "phrases cannot be written", e);
        }
    }

    private void read(PhraseBookSheet sheet) {
        File file = chooser().showOpenDialog(window(sheet));
        if (file != null) {
            importFrom(file.toPath(), sheet.owner(), sheet::fill);
        }
    }

    /// Adds what `file` holds to the book of `owner`; a phrase of the same name is replaced.
    void importFrom(Path file, PhraseOwner owner, Runnable done) {
        PhraseBook read;
        try {
            if (Files.size(file) > PhraseJson.MOST_BYTES) {
                throw new WorkstationException("report.phrase.broken", "too large a file");
            }
            read = PhraseJson.read(Files.readAllBytes(file));
        } catch (WorkstationException e) {
            fault.accept(e);
            return;
        } catch (IOException e) {
            fault.accept(
                    new WorkstationException("desktop.phrases.unreadable", List.of(), "phrases cannot be read", e));
            return;
        }
        books.change(owner, book -> book.with(read), () -> {
            done.run();
            say.accept("desktop.phrases.imported");
        });
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        return chooser;
    }

    private static Window window(PhraseBookSheet sheet) {
        return sheet.tree().getScene().getWindow();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.get("desktop.phrases." + key));
        button.setId("phrase-" + key);
        button.setTooltip(new Tooltip(words.get("desktop.phrases." + key + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }
}
