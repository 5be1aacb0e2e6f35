package org.readingroom.desktop.reporting.statistics;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Bars that lie one under the other, each with its name before it and its numbers behind it: nobody reads
/// a length.
///
/// **Thread:** FX.
final class StatisticsBars extends VBox {
    /// chosen: what a column of the sheet holds in both languages.
    private static final double LENGTH = 110;

    /// One bar. `share` is what is filled of it, `soft` what is filled behind that, both from 0 to 1;
    /// nothing is drawn where there is no figure.
    record Bar(String name, double share, double soft, String numbers) {}

    StatisticsBars(String id, String title, List<Bar> bars) {
        super(6);
        setId(id);
        Label head = new Label(title);
        head.getStyleClass().add("heading");
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(4);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Label name = new Label(bar.name());
            name.setMaxWidth(130);
            Label numbers = new Label(bar.numbers());
            numbers.getStyleClass().add("dense");
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(i, name, drawn(bar), numbers);
        }
        getChildren().setAll(head, grid);
    }

    private static StackPane drawn(Bar bar) {
        StackPane track = new StackPane(filled("stat-soft", bar.soft()), filled("stat-bar", bar.share()));
        track.getStyleClass().add("stat-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinSize(LENGTH, 10);
        track.setMaxSize(LENGTH, 10);
        return track;
    }

    private static Region filled(String style, double share) {
        Region region = new Region();
        region.getStyleClass().add(style);
        double width = LENGTH * Math.clamp(share, 0, 1);
        region.setMinSize(width, 10);
        region.setMaxSize(width, 10);
        return region;
    }
}
