package org.readingroom.report.ui;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/// Holds the remarks of the checks: as high as their words need, and no higher than leaves room for the text; then it
/// scrolls, so that none is cut short. The one that was gone to last comes in sight.
///
/// **Thread:** `fx`.
// [impl->req~report.check.in-sight~1]
final class CheckScroll extends ScrollPane {
    /// chosen: five remarks of one line.
    static final double MOST = 132;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final CheckStrip checks;
    private boolean revealing;

    CheckScroll(CheckStrip checks) {
        super(checks);
        this.checks = checks;
        getStyleClass().addAll("report-scroll", "report-check-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        checks.heightProperty().subscribe(this::grow);
        checks.getChildren().addListener((ListChangeListener<Node>) change -> reveal());
    }

    private void grow() {
        double height = Math.min(MOST, checks.getHeight() + snappedTopInset() + snappedBottomInset());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /// After the next layout, when the rows are where they will be.
    private void reveal() {
        Scene scene = getScene();
        if (scene == null || revealing) {
            return;
        }
        revealing = true;
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            revealing = false;
            checks.getChildren().stream()
                    .filter(row -> row.getPseudoClassStates().contains(CHOSEN))
                    .findFirst()
                    .ifPresent(this::reveal);
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private void reveal(Node row) {
        Bounds at = row.getBoundsInParent();
        double seen = getViewportBounds().getHeight();
        double hidden = checks.getHeight() - seen;
        double from = getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && at.getMaxY() > from + seen) {
            setVvalue((at.getMaxY() - seen) / hidden);
        } else if (hidden > 0 && at.getMinY() < from) {
            setVvalue(at.getMinY() / hidden);
        }
    }
}
