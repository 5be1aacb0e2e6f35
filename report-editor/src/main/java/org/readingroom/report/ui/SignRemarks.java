package org.readingroom.report.ui;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the sign sheet says against a report, line by line: as high as its words need, and no higher than leaves room
/// for the password and the buttons; then it scrolls, by Page Up and Page Down too, wherever the focus is.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.sign-room~1]
final class SignRemarks extends ScrollPane {
    /// chosen: as many lines as a sheet surely shows at once.
    private static final int FEW = 6;

    private final EditorWords words;
    private final VBox lines = new VBox();
    private final Label count = new Label();

    SignRemarks(EditorWords words) {
        this.words = words;
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        // chosen: two lines
        setMinHeight(44);
        setId("report-sign-remarks");
        getStyleClass().add("report-scroll");
        lines.getStyleClass().add("report-verdicts");
        count.setId("report-sign-count");
        count.getStyleClass().add("report-quiet");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        count.managedProperty().bind(count.visibleProperty());
        clear();
    }

    /// How many lines there are, and how to see them all; shown when there are many.
    Label count() {
        return count;
    }

    boolean isEmpty() {
        return lines.getChildren().isEmpty();
    }

    void clear() {
        lines.getChildren().clear();
        count.setVisible(false);
    }

    /// `signKey` names the word that goes before `text`, in `style`.
    void add(String signKey, String style, String text) {
        Label sign = new Label(words.get(signKey));
        sign.getStyleClass().addAll("report-sign", style);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label said = new Label(text);
        said.setWrapText(true);
        HBox line = new HBox(sign, said);
        line.getStyleClass().add("report-check");
        lines.getChildren().add(line);
        int many = lines.getChildren().size();
        count.setText(words.get("report.ui.sign-count", many));
        count.setVisible(many > FEW);
    }

    /// Takes Page Up and Page Down.
    void key(KeyEvent event) {
        boolean isDown = event.getCode() == KeyCode.PAGE_DOWN;
        boolean isPage = isDown || event.getCode() == KeyCode.PAGE_UP;
        if (isPage && !event.isShortcutDown() && !event.isAltDown()) {
            double seen = getViewportBounds().getHeight();
            double hidden = lines.getHeight() - seen;
            if (hidden > 0) {
                // chosen: the last line of a page is the first of the next
                double step = Math.max(seen / 2, seen - 24) / hidden;
                setVvalue(Math.clamp(getVvalue() + (isDown ? step : -step), 0, 1));
            }
            event.consume();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double within = width < 0 ? width : Math.max(0, width - snappedLeftInset() - snappedRightInset());
        return snappedTopInset() + lines.prefHeight(within) + snappedBottomInset();
    }
}
