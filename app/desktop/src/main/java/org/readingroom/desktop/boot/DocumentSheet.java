package org.readingroom.desktop.boot;

import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.report.model.ReportId;
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
                        () -> around.session().reports().pdf(report, version),
                        pdf -> lay(pdf, version, study),
                        around::tell);
    }

    private void lay(byte[] pdf, int version, StudyUid study) {
        DocumentView view = new DocumentView(pdf, around.words(), around.lanes());
        Button save = new Button();
        save.textProperty().bind(around.words().text("desktop.document.save"));
        save.setOnAction(event -> view.save(
                stage,
                "report-v" + version + ".pdf",
                around.exit(),
                study,
                told -> around.status().say(Tone.DONE, told)));
        sheets.show("desktop.document.title", view, 900, 2000, save);
    }
}
