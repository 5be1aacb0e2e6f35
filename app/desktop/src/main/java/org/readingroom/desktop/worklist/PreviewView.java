package org.readingroom.desktop.worklist;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// What the selected row is: first picture, facts, series.
final class PreviewView extends BorderlessScroll {
    private final Words words;
    private final WorklistViewModel model;
    private final ListParts parts;
    private final VBox content = new VBox();
    private final ImageView picture = new ImageView();
    private final VBox series = new VBox();
    private @Nullable WorklistRow filled;

    /// The side of the picture where there is room.
    private static final double LARGEST = 280;

    /// What stands left and right of the picture: the padding of the stylesheet and the frame.
    private static final double BESIDE = 26;

    PreviewView(WorklistViewModel model, Words words, ListParts parts) {
        this.words = words;
        this.model = model;
        this.parts = parts;
        content.getStyleClass().add("preview");
        setContent(content);
        picture.setId("preview-image");
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(Bindings.min(LARGEST, widthProperty().subtract(BESIDE)));
        picture.setFitHeight(LARGEST);
        model.selectedProperty().subscribe(row -> {
            if (row == null || !row.equals(filled)) {
                fill(row);
            }
        });
        model.seriesProperty().subscribe(this::listSeries);
        words.messagesProperty().subscribe(() -> fill(model.selectedProperty().get()));
    }

    private void fill(@Nullable WorklistRow row) {
        filled = row;
        content.getChildren().clear();
        picture.setImage(null);
        if (row == null) {
            return;
        }
        IdentityDifference difference = IdentityDifference.of(row);
        if (difference == IdentityDifference.NONE) {
            row.study().map(Study::uid).ifPresent(this::picture);
        } else {
            // no picture stands under a name that may not be its own
            Label warning = new Label(words.get(difference.messageKey()));
            warning.setWrapText(true);
            warning.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_ALERT_OUTLINE, "critical"));
            warning.getStyleClass().add("critical");
            content.getChildren().add(warning);
        }
        Label name = new Label(PatientWords.name(words, row.patient()));
        name.getStyleClass().add("title");
        HBox title = new HBox(
                8,
                name,
                new FlagBadges(row.order() == null ? List.of() : row.order().flags(), words));
        title.setAlignment(Pos.CENTER_LEFT);
        Label facts = new Label(PatientWords.facts(words, row));
        facts.getStyleClass().add("quiet");
        Button read = new Button();
        read.getStyleClass().add("primary");
        read.setMaxWidth(Double.MAX_VALUE);
        read.textProperty().bind(words.text("desktop.worklist.open"));
        read.setDisable(row.uid().isEmpty());
        read.setOnAction(event -> parts.open().accept(row));
        content.getChildren().addAll(title, facts, read, factsOf(row), parts.request(), series);
        listSeries(model.seriesProperty().get());
    }

    private void picture(StudyUid study) {
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("preview-picture");
        frame.setMinSize(0, LARGEST);
        content.getChildren().add(frame);
        parts.pictures().first(study, image -> {
            WorklistRow now = model.selectedProperty().get();
            if (now != null && now.uid().filter(study::equals).isPresent()) {
                picture.setImage(image);
            }
        });
    }

    private Node factsOf(WorklistRow row) {
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints label = new ColumnConstraints(64);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, value);
        int at = 0;
        at = line(grid, at, "desktop.column.description", row.description());
        at = line(grid, at, "desktop.column.modality", row.modality());
        at = line(grid, at, "desktop.column.body-part", row.bodyPart());
        at = line(
                grid,
                at,
                "desktop.column.date",
                row.study().map(PatientWords::date).orElse(""));
        at = line(grid, at, "desktop.preview.accession", row.accessionNumber());
        at = line(grid, at, "desktop.column.state", words.get(row.state().messageKey()));
        at = line(
                grid,
                at,
                "desktop.preview.awaited",
                row.awaited()
                        .map(what -> words.get(what.messageKey(false), what.name()))
                        .orElse(""));
        at = line(grid, at, "desktop.preview.formal", FormalDue.at(row, ZoneId.systemDefault()));
        line(grid, at, "desktop.preview.reader", row.reader());
        return grid;
    }

    private int line(GridPane grid, int row, String key, String value) {
        if (value.isBlank()) {
            return row;
        }
        Label label = new Label(words.get(key));
        label.getStyleClass().addAll("quiet", "dense");
        Label text = new Label(value);
        text.getStyleClass().add("dense");
        text.setWrapText(true);
        grid.addRow(row, label, text);
        return row + 1;
    }

    private void listSeries(List<Series> found) {
        series.getChildren().clear();
        if (found.isEmpty()) {
            return;
        }
        Label heading = new Label(words.get("desktop.preview.series", found.size()));
        heading.getStyleClass().add("heading");
        series.getChildren().add(heading);
        for (Series one : found) {
            Label number = new Label(String.valueOf(one.number()));
            number.getStyleClass().addAll("quiet", "dense");
            number.setMinWidth(24);
            Label modality = new Label(one.modality());
            modality.getStyleClass().addAll("quiet", "dense");
            modality.setMinWidth(28);
            Label text = new Label(one.description());
            text.getStyleClass().add("dense");
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            Label count = new Label(String.valueOf(one.instanceCount()));
            count.getStyleClass().addAll("quiet", "dense");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, number, modality, text, count);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinHeight(24);
            series.getChildren().add(line);
        }
    }
}
