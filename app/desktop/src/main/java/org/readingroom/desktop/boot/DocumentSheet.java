package org.readingroom.desktop.boot;

import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.report.model.ReportId;
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

    void show(ReportId report, int version) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> around.session().reports().pdf(report, version),
                        pdf -> lay(pdf, version),
                        around::tell);
    }

    private void lay(byte[] pdf, int version) {
        DocumentView view = new DocumentView(pdf, around.words(), around.lanes());
        Button save = new Button();
        save.textProperty().bind(around.words().text("desktop.document.save"));
        save.setOnAction(event -> view.save(
                stage, "report-v" + version + ".pdf", told -> around.status().say(Tone.DONE, told), around::tell));
        sheets.show("desktop.document.title", view, 900, 2000, save);
    }
}
