package org.readingroom.report.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.KeyImage;

/// Above the text: the images that are part of the report, numbered as they are printed, with their captions. A click
/// shows one under the window it is kept with.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.key-images~1]
public final class KeyImageStrip extends FlowPane {
    private static final double LEAST = 200;

    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Label heading = new Label();
    private List<KeyImage> shown = List.of();

    public KeyImageStrip(ReportEditorViewModel model, ObservableValue<Messages> messages) {
        super(8, 0);
        this.model = model;
        this.words = new EditorWords(messages);
        setId("report-key-images");
        getStyleClass().addAll("report-strip", "report-key-images");
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        prefWrapLengthProperty().bind(Bindings.max(LEAST, widthProperty()));
        managedProperty().bind(visibleProperty());
        heading.getStyleClass().add("report-quiet");
        heading.textProperty().bind(words.text("report.ui.key-images"));
        model.reportProperty().subscribe(report -> show(report.keyImages()));
        show(shown);
    }

    private void show(List<KeyImage> images) {
        setVisible(!images.isEmpty());
        if (images.equals(shown)) {
            return;
        }
        shown = images;
        getChildren().setAll(heading);
        IntStream.range(0, images.size()).forEach(i -> getChildren().add(link(i + 1, images.get(i))));
    }

    private Hyperlink link(int number, KeyImage image) {
        Hyperlink link = new Hyperlink((number + "  " + image.caption()).strip());
        link.setWrapText(true);
        link.maxWidthProperty().bind(Bindings.max(LEAST, widthProperty().subtract(18)));
        link.setFocusTraversable(false);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("report.ui.key-images-tip"));
        link.setTooltip(tip);
        link.setOnAction(event -> {
            link.setVisited(false);
            model.evidence().goTo(new EvidenceAnchor(image.series(), image.frame(), null, image.window()));
        });
        return link;
    }
}
