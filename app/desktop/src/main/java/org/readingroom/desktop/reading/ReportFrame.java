package org.readingroom.desktop.reading;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The report with what stands beside it: the line about the case above, and the request, when it is wanted.
public final class ReportFrame extends BorderPane {
    /// chosen: a line or two are always seen.
    private static final double LEAST = 120;

    private final SplitPane split = new SplitPane();
    private final ScrollPane request = new ScrollPane();
    private final BooleanProperty requestShown = new SimpleBooleanProperty(true);
    private final BooleanProperty requestThere = new SimpleBooleanProperty();
    private double at = 0.3;

    public ReportFrame() {
        request.setId("request-pane");
        request.setFitToWidth(true);
        request.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        request.setMinHeight(LEAST);
        split.setOrientation(Orientation.VERTICAL);
        setCenter(split);
        requestShown.subscribe(this::arrange);
        requestThere.subscribe(this::arrange);
    }

    /// Lays `strip` above the report and `requestView` where the request is shown.
    public void dress(Node strip, Node requestView) {
        setTop(strip);
        request.setContent(requestView);
    }

    /// Puts the editor in; null takes it out.
    public void hold(@Nullable Node editor) {
        remember();
        split.getItems().setAll(editor == null ? java.util.List.of() : java.util.List.of(editor));
        arrange();
    }

    /// Whether the person wants to see the request.
    public BooleanProperty requestShownProperty() {
        return requestShown;
    }

    /// Whether there is a request to be seen.
    public BooleanProperty requestThereProperty() {
        return requestThere;
    }

    /// Where the person put the divider; a pane without room says nothing of that.
    private void remember() {
        if (split.getDividerPositions().length > 0 && split.getHeight() > 3 * LEAST) {
            at = Math.clamp(split.getDividerPositions()[0], LEAST / split.getHeight(), 0.8);
        }
    }

    private void arrange() {
        boolean isWanted = requestShown.get()
                && requestThere.get()
                && split.getItems().stream().anyMatch(node -> !node.equals(request));
        boolean isIn = split.getItems().contains(request);
        if (isWanted && !isIn) {
            split.getItems().addFirst(request);
            SplitPane.setResizableWithParent(request, false);
            split.setDividerPositions(at);
        } else if (!isWanted && isIn) {
            remember();
            split.getItems().remove(request);
        }
    }
}
