package org.readingroom.desktop.boot;

import java.time.ZoneId;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.workflow.VersionValidity;
import org.readingroom.services.reporting.ReportCopies;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Shows the document of a signed version in a sheet, from where it can be saved.
///
/// **Thread:** FX.
final class DocumentSheet {
    private final Surroundings around;
    private final SheetLayer sheets;
    private final Stage stage;

    DocumentSheet(Surroundings around, SheetLayer sheets, Stage stage) {
        this.around = around;
        this.sheets = sheets;
        this.stage = stage;
    }

    /// `study` is the one the report is about.
    void show(ReportId report, int version, StudyUid study) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> copies().copy(study, report, version),
                        copy -> lay(copy, version, study),
                        around::tell);
    }

    private ReportCopies copies() {
        return new ReportCopies(around.session().reports(), around.session().course(), ZoneId.systemDefault());
    }

    // [impl->req~report.document.replaced~1]
    private void lay(ReportCopies.Copy copy, int version, StudyUid study) {
        DocumentView view = new DocumentView(copy.pdf(), around.words(), around.lanes());
        VersionValidity validity = copy.validity();
        Button save = new Button();
        save.textProperty().bind(around.words().text("desktop.document.save"));
        save.setOnAction(event -> view.save(
                stage,
                "report-v" + version + (validity.isValid() ? ".pdf" : "-not-valid.pdf"),
                around.exit(),
                study,
                told -> around.status().say(Tone.DONE, told)));
        BorderPane body = new BorderPane(view);
        if (!validity.isValid()) {
            Label replaced = new Label();
            replaced.setId("document-replaced");
            replaced.getStyleClass().addAll("strong", "attention");
            replaced.setWrapText(true);
            replaced.setPadding(new Insets(8, 16, 8, 16));
            replaced.textProperty()
                    .bind(around.words()
                            .messagesProperty()
                            .map(words ->
                                    validity.heading(words) + " · " + validity.told(words, ZoneId.systemDefault())));
            body.setTop(replaced);
        }
        sheets.show("desktop.document.title", body, 900, 2000, save);
    }
}
