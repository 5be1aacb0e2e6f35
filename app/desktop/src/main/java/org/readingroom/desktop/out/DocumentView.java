package org.readingroom.desktop.out;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportPlace;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// A PDF, page under page.
public final class DocumentView extends StackPane {
    /// chosen: a page of A4 is as wide as the sheet.
    private static final int DOTS_PER_INCH = 100;

    private final byte[] pdf;
    private final Words words;

    public DocumentView(byte[] pdf, Words words, TaskRunner runner) {
        this.pdf = pdf;
        this.words = words;
        setId("document");
        Label waiting = new Label();
        waiting.getStyleClass().add("quiet");
        waiting.textProperty().bind(words.text("desktop.document.drawing"));
        getChildren().add(waiting);
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> PdfPages.draw(pdf, DOTS_PER_INCH),
                this::show,
                fault -> waiting.textProperty().bind(words.messagesProperty().map(messages -> words.about(fault))));
    }

    /// Asks where and writes the very bytes that are shown; `told` gets the words for the status line.
    public void save(Window owner, String suggestedName, ExitDoor exit, StudyUid study, Consumer<String> told) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("desktop.document.save"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            exit.through(
                    new ExportRequest(ExportForm.REPORT, ExportPlace.FILE, PatientIdentity.NAMED, study, 1),
                    () -> write(chosen.toPath()),
                    path -> told.accept(words.get("desktop.document.saved", path.toString())));
        }
    }

    /// Whole or not at all: writes beside it first.
    private Path write(Path target) throws WorkstationException {
        Path fresh = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(fresh, pdf);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new WorkstationException(
                    "desktop.document.not-saved", List.of(target.toString()), "the PDF cannot be written", e);
        }
    }

    private void show(PdfPages.Pages pages) {
        VBox column = new VBox(12);
        column.setAlignment(Pos.TOP_CENTER);
        column.getStyleClass().add("sheet-body");
        for (Image page : pages.images()) {
            ImageView view = new ImageView(page);
            view.setPreserveRatio(true);
            column.getChildren().add(view);
        }
        if (pages.images().size() < pages.total()) {
            Label more = new Label(
                    words.get("desktop.document.more-pages", pages.images().size(), pages.total()));
            more.getStyleClass().add("quiet");
            column.getChildren().add(more);
        }
        ScrollPane scroll = new ScrollPane(column);
        scroll.setId("document-pages");
        scroll.setFitToWidth(true);
        getChildren().setAll(scroll);
        scroll.requestFocus();
    }
}
