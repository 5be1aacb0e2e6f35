package org.readingroom.desktop.objects;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.readingroom.desktop.fx.Words;

/// The segments and structures of the study: which are seen, how dense, outlined or not, and their volumes.
///
/// **Thread:** FX.
// [impl->req~objects.regions~1]
public final class RegionsPanel extends VBox {
    private final ObjectsModel model;
    private final Words words;
    private final VBox rows = new VBox(2);

    public RegionsPanel(ObjectsModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("regions");
        getStyleClass().addAll("regions-panel", "sheet");
        setSpacing(6);
        setPadding(new Insets(10));
        setMaxSize(320, 480);
        setMinWidth(260);
        setPickOnBounds(true);
        Label title = new Label();
        title.getStyleClass().add("strong");
        title.textProperty().bind(words.text("desktop.objects.regions"));
        CheckBox outline = new CheckBox();
        outline.textProperty().bind(words.text("desktop.objects.outline"));
        outline.selectedProperty().bindBidirectional(model.outlinedProperty());
        Slider opacity = new Slider(0, 1, model.opacityProperty().get());
        opacity.valueProperty().bindBidirectional(model.opacityProperty());
        opacity.setBlockIncrement(0.1);
        opacity.accessibleTextProperty().bind(words.text("desktop.objects.opacity"));
        Label dense = new Label();
        dense.getStyleClass().add("quiet");
        dense.textProperty().bind(words.text("desktop.objects.opacity"));
        HBox.setHgrow(opacity, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, new HBox(8, dense, opacity), outline, scroll);
        model.regions().addListener((ListChangeListener<ShownRegion>) change -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        String group = "";
        boolean isMeasured = false;
        for (ShownRegion shown : model.regions()) {
            Region region = shown.region();
            if (!region.group().equals(group) || shown.isMeasured() && !isMeasured) {
                group = region.group();
                isMeasured = shown.isMeasured();
                Label heading = new Label(isMeasured ? words.get("desktop.objects.measured") : group);
                heading.getStyleClass().add("quiet");
                rows.getChildren().add(heading);
            }
            CheckBox box = new CheckBox(region.name());
            box.selectedProperty().bindBidirectional(shown.visibleProperty());
            box.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(box, Priority.ALWAYS);
            Rectangle swatch = new Rectangle(12, 12, colour(region.rgb()));
            Label volume = new Label(region.volumeMl()
                    .map(ml -> String.format(Locale.ROOT, "%.2f mL", ml))
                    .orElse("–"));
            volume.getStyleClass().add("quiet");
            HBox row = new HBox(8, swatch, box, volume);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            rows.getChildren().add(row);
        }
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
