package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.readingroom.report.quality.ImageQualityRules;
import org.readingroom.viewer.model.StudyUid;

/// The studies whose images stop their report, with who sent them back, when and why; Enter opens the chosen one.
///
/// **Thread:** FX.
// [impl->req~report.image-quality.list~1]
public final class ImageReturnsSheet {
    /// chosen: whose it is, the grade, the return, and that new images came, a line each.
    private static final double ROW = 96;

    private final ListView<KnownQuality> list = new ListView<>();
    private final VBox body;

    /// `patient` says in one line whose study it is.
    public ImageReturnsSheet(
            List<KnownQuality> stopped,
            ImageQualityRules rules,
            ImageQualityWords said,
            Function<StudyUid, String> patient,
            Consumer<StudyUid> open) {
        list.setId("image-returns");
        list.setPrefHeight(380);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label(said.words().get("desktop.image-quality.list-empty")));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(KnownQuality known, boolean empty) {
                super.updateItem(known, empty);
                setText(null);
                setGraphic(null);
                if (!empty && known != null) {
                    Label whose = new Label(patient.apply(known.study().uid()));
                    whose.getStyleClass().add("strong");
                    VBox lines = new VBox(2, whose);
                    said.lines(known, rules).forEach(line -> lines.getChildren().add(new Label(line)));
                    lines.setPadding(new Insets(4, 0, 4, 0));
                    setGraphic(lines);
                }
            }
        });
        list.getItems().setAll(stopped);
        list.getSelectionModel().selectFirst();
        Runnable choose = () -> {
            KnownQuality chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                open.accept(chosen.study().uid());
            }
        };
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose.run();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                choose.run();
            }
        });
        body = new VBox(list);
        body.getStyleClass().add("sheet-body");
    }

    public VBox body() {
        return body;
    }
}
