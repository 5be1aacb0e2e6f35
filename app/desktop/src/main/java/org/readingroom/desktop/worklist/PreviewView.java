package org.readingroom.desktop.worklist;

import java.util.List;
import java.util.function.Consumer;
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
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;

/// What the selected row is: first picture, facts, series.
final class PreviewView extends BorderlessScroll {
    private final Words words;
    private final WorklistViewModel model;
    private final PreviewPictures pictures;
    private final VBox content = new VBox();
    private final ImageView picture = new ImageView();
    private final VBox series = new VBox();

    /// The side of the picture where there is room.
    private static final double LARGEST = 280;

    /// What stands left and right of the picture: the padding of the stylesheet and the frame.
    private static final double BESIDE = 26;

    PreviewView(WorklistViewModel model, Words words, PreviewPictures pictures, Consumer<WorklistItem> open) {
        this.words = words;
        this.model = model;
        this.pictures = pictures;
        content.getStyleClass().add("preview");
        setContent(content);
        picture.setId("preview-image");
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(Bindings.min(LARGEST, widthProperty().subtract(BESIDE)));
        picture.setFitHeight(LARGEST);
        model.selectedProperty().subscribe(item -> fill(item, open));
        model.seriesProperty().subscribe(this::listSeries);
        words.messagesProperty().subscribe(() -> fill(model.selectedProperty().get(), open));
    }

    private void fill(@Nullable WorklistItem item, Consumer<WorklistItem> open) {
        content.getChildren().clear();
        picture.setImage(null);
        if (item == null) {
            return;
        }
        Study study = item.study();
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("preview-picture");
        frame.setMinSize(0, LARGEST);
        pictures.first(study.uid(), image -> {
            WorklistItem now = model.selectedProperty().get();
            if (now != null && now.study().uid().equals(study.uid())) {
                picture.setImage(image);
            }
        });
        Label name = new Label(PatientWords.name(words, study.patient()));
        name.getStyleClass().add("title");
        Label facts = new Label(PatientWords.facts(words, study));
        facts.getStyleClass().add("quiet");
        Button read = new Button();
        read.getStyleClass().add("primary");
        read.setMaxWidth(Double.MAX_VALUE);
        read.textProperty().bind(words.text("desktop.worklist.open"));
        read.setOnAction(event -> open.accept(item));
        content.getChildren().addAll(frame, name, facts, read, factsOf(item), series);
        listSeries(model.seriesProperty().get());
    }

    private Node factsOf(WorklistItem item) {
        Study study = item.study();
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints label = new ColumnConstraints(64);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, value);
        int row = 0;
        row = line(grid, row, "desktop.column.description", study.description());
        row = line(grid, row, "desktop.column.modality", String.join("+", study.modalities()));
        row = line(grid, row, "desktop.column.body-part", study.bodyPart());
        row = line(grid, row, "desktop.column.date", PatientWords.date(study));
        row = line(grid, row, "desktop.preview.accession", study.accessionNumber());
        row = line(grid, row, "desktop.column.state", words.get(item.state().messageKey()));
        line(grid, row, "desktop.preview.reader", item.reader());
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
