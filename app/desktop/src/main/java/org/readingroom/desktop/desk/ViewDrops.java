package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// What can be dropped on a view: a thumbnail, which it then shows, or another view, which it changes places with.
// [impl->req~desk.exchange~1]
final class ViewDrops {
    /// What a view carries while it is dragged: its place in reading order.
    private static final DataFormat VIEW = new DataFormat("application/x-reading-room-view");

    /// chosen: as large as a thumbnail, so that it hides little of what it is dragged over.
    private static final double CARRIED = 96;

    private final ReadingDeskModel desk;
    private final Words words;

    ViewDrops(ReadingDeskModel desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    void accept(ViewportNode node) {
        node.setOnDragOver(e -> over(e, node));
        node.setOnDragDropped(e -> {
            boolean isTaken = dropped(e.getDragboard(), node.model());
            if (isTaken) {
                node.requestFocus();
            }
            e.setDropCompleted(isTaken);
            e.consume();
        });
    }

    private void over(DragEvent event, ViewportNode node) {
        Dragboard board = event.getDragboard();
        if (board.hasContent(ThumbnailsView.SET)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        } else if (board.hasContent(VIEW) && carried(board).orElse(null) != node.model()) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private boolean dropped(Dragboard board, ViewportModel onto) {
        if (board.getContent(ThumbnailsView.SET) instanceof Integer at
                && at >= 0
                && at < desk.sets().size()) {
            desk.activate(onto);
            desk.show(desk.sets().get(at));
            return true;
        }
        Optional<ViewportModel> carried = carried(board);
        carried.ifPresent(view -> {
            desk.exchange(view, onto);
            desk.activate(view);
        });
        return carried.isPresent();
    }

    private Optional<ViewportModel> carried(Dragboard board) {
        List<ViewportModel> views = desk.views();
        return board.getContent(VIEW) instanceof Integer at && at >= 0 && at < views.size()
                ? Optional.of(views.get(at))
                : Optional.empty();
    }

    /// What a view is taken by: a grip at its upper edge, seen while the pointer is over the view.
    Node grip(ViewportNode node) {
        Label grip = new Label();
        grip.setGraphic(Icons.of(MaterialDesignC.CURSOR_MOVE));
        grip.getStyleClass().add("desk-grip");
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desk.tip.grip"));
        grip.setTooltip(tip);
        grip.accessibleTextProperty().bind(tip.textProperty());
        // not by its visibility: that would change while the views are being put in other places
        grip.opacityProperty()
                .bind(Bindings.when(node.hoverProperty().or(grip.hoverProperty()))
                        .then(1.0)
                        .otherwise(0.0));
        grip.setOnDragDetected(e -> {
            Dragboard board = grip.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.put(VIEW, desk.views().indexOf(node.model()));
            board.setContent(content);
            board.setDragView(small(node));
            e.consume();
        });
        return grip;
    }

    private static WritableImage small(ViewportNode node) {
        javafx.scene.SnapshotParameters how = new javafx.scene.SnapshotParameters();
        double scale = CARRIED / Math.max(1, Math.max(node.getWidth(), node.getHeight()));
        how.setTransform(javafx.scene.transform.Transform.scale(scale, scale));
        return node.snapshot(how, null);
    }
}
