package org.readingroom.desktop.reporting;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// A line above the report that goes on in the next when its words are long: they never push the report aside.
///
/// **Thread:** FX.
class WrappingStrip extends FlowPane {
    private static final double EDGES = 18;
    private static final double LEAST = 200;

    WrappingStrip(double gap) {
        super(gap, 4);
        getStyleClass().add("report-strip");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        prefWrapLengthProperty().bind(Bindings.max(LEAST, widthProperty()));
    }

    /// Lets `words` be as wide as the strip and no wider.
    final void wrap(Label words) {
        words.setWrapText(true);
        words.maxWidthProperty().bind(Bindings.max(LEAST, widthProperty().subtract(EDGES)));
    }
}
