package org.readingroom.desktop.boot;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.report.model.ReportId;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Shows the document of a signed version in a sheet, from where it can be saved.
///
/// **Thread:** FX.
final class DocumentSheet {
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Read(byte[] pdf, int last) {}

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
                        () -> new Read(around.session().reports().pdf(report, version), last(version, study)),
                        read -> lay(read.pdf, version, read.last, study),
                        around::tell);
    }

    /// The number of the version that holds now, else `version` itself.
    private int last(int version, StudyUid study) throws WorkstationException {
        return around.session().reports().holding(study).stream()
                .mapToInt(one -> one.act().version())
                .reduce((before, after) -> after)
                .orElse(version);
    }

    // [impl->req~report.document.replaced~1]
    private void lay(byte[] pdf, int version, int last, StudyUid study) {
        DocumentView view = new DocumentView(pdf, around.words(), around.lanes());
        Button save = new Button();
        save.textProperty().bind(around.words().text("desktop.document.save"));
        save.setOnAction(event -> view.save(
                stage,
                "report-v" + version + ".pdf",
                around.exit(),
                study,
                told -> around.status().say(Tone.DONE, told)));
        BorderPane body = new BorderPane(view);
        if (version < last) {
            Label replaced = new Label();
            replaced.setId("document-replaced");
            replaced.getStyleClass().addAll("strong", "attention");
            replaced.setWrapText(true);
            replaced.setPadding(new Insets(8, 16, 8, 16));
            replaced.textProperty().bind(around.words().text("desktop.document.replaced", version, last));
            body.setTop(replaced);
        }
        sheets.show("desktop.document.title", body, 900, 2000, save);
    }
}
