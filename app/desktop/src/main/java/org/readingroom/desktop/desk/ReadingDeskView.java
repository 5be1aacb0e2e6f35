package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;

/// The desk: thumbnails at the left, tool bar above, views to the very edge.
public final class ReadingDeskView extends BorderPane {
    private final ReadingDeskModel desk;
    private final List<ViewportNode> nodes = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final ReadOnlyBooleanWrapper viewFocused = new ReadOnlyBooleanWrapper(false);
    private final DeskCommands commands;
    private final DeskToolBar bar;
    private final PictureMaker maker;
    private final ThumbnailsView thumbnails;
    private final CineClock clock;
    private final InvalidationListener greys = o -> redraw();

    public ReadingDeskView(ReadingDeskModel desk, PictureMaker maker, Words words) {
        this.desk = desk;
        this.maker = maker;
        getStyleClass().add("desk");
        InvalidationListener focus = o -> viewFocused.set(nodes.stream().anyMatch(ViewportNode::isFocused));
        for (ViewportModel model : desk.views()) {
            ViewportNode node = new ViewportNode(model, desk, maker, words);
            node.focusedProperty().addListener(focus);
            acceptThumbnails(node);
            nodes.add(node);
        }
        clock = new CineClock(nodes);
        commands = new DeskCommands(desk, viewFocused.getReadOnlyProperty());
        bar = new DeskToolBar(desk, commands.all(), words);
        grid.getStyleClass().add("desk-views");
        thumbnails = new ThumbnailsView(desk, maker, words);
        setLeft(thumbnails);
        VBox middle = new VBox(bar, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        setCenter(middle);
        InvalidationListener arrange = o -> arrange();
        desk.layoutProperty().addListener(arrange);
        desk.maximisedProperty().addListener(arrange);
        desk.activeProperty().addListener(o -> markActive());
        desk.setMarksRepainter(() -> nodes.forEach(ViewportNode::repaintMarks));
        desk.setFocuser(this::focusActive);
        maker.calibrationProperty().addListener(greys);
        desk.valueAligning().stateProperty().addListener(o -> nodes.forEach(ViewportNode::refresh));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        arrange();
    }

    /// The desk's commands, for the palette and the list of keys. They act on the active view.
    public List<Command> commands() {
        return commands.all();
    }

    /// Where `desktop.tools` puts its buttons: after the desk's own, in the same bar.
    public HBox toolButtons() {
        return bar.tools();
    }

    /// The node of the active view, for what is measured or photographed.
    public ViewportNode activeNode() {
        return nodes.get(desk.views().indexOf(desk.activeProperty().get()));
    }

    /// The nodes of all views, visible or not, in reading order.
    public List<ViewportNode> viewNodes() {
        return List.copyOf(nodes);
    }

    /// Whether every visible view shows what it can, as well as it can.
    public boolean isDrawn() {
        return desk.visible().stream()
                .filter(view -> view.setProperty().get() != null)
                .map(view -> nodes.get(desk.views().indexOf(view)))
                .allMatch(node -> node.hasPicture() && node.isAtRest());
    }

    /// Gives the keyboard to the active view.
    public void focusActive() {
        activeNode().requestFocus();
    }

    private void key(KeyEvent event) {
        ViewportNode node = activeNode();
        if (!viewFocused.get()) {
            return;
        }
        boolean taken = node.context()
                .map(context -> desk.toolLayer().keyPressed(event, context))
                .orElse(false);
        if (taken) {
            event.consume();
            return;
        }
        for (Command command : commands.all()) {
            if (command.shortcut() != null && command.shortcut().match(event) && command.isPossible()) {
                command.action().run();
                event.consume();
                return;
            }
        }
    }

    /// Every picture anew, for another monitor.
    private void redraw() {
        nodes.forEach(ViewportNode::refresh);
        thumbnails.fill();
    }

    private void acceptThumbnails(ViewportNode node) {
        node.setOnDragOver(e -> {
            if (e.getDragboard().hasContent(ThumbnailsView.SET)) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        node.setOnDragDropped(e -> {
            Object at = e.getDragboard().getContent(ThumbnailsView.SET);
            boolean known = at instanceof Integer index
                    && index >= 0
                    && index < desk.sets().size();
            if (known) {
                desk.activate(node.model());
                desk.show(desk.sets().get((Integer) at));
                node.requestFocus();
            }
            e.setDropCompleted(known);
            e.consume();
        });
    }

    private void arrange() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        ViewportModel alone = desk.maximisedProperty().get();
        Layout layout = alone == null ? desk.layoutProperty().get() : Layout.ONE;
        for (int column = 0; column < layout.columns(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / layout.columns());
            grid.getColumnConstraints().add(constraints);
        }
        for (int row = 0; row < layout.rows(); row++) {
            RowConstraints constraints = new RowConstraints();
            constraints.setPercentHeight(100.0 / layout.rows());
            grid.getRowConstraints().add(constraints);
        }
        for (int i = 0; i < layout.views(); i++) {
            ViewportNode node =
                    alone == null ? nodes.get(i) : nodes.get(desk.views().indexOf(alone));
            GridPane.setHgrow(node, Priority.ALWAYS);
            GridPane.setVgrow(node, Priority.ALWAYS);
            node.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            grid.add(node, i % layout.columns(), i / layout.columns());
            node.refresh();
        }
        markActive();
    }

    private void markActive() {
        boolean several = desk.maximisedProperty().get() == null
                && desk.layoutProperty().get().views() > 1;
        for (ViewportNode node : nodes) {
            node.setActive(several && node.model() == desk.activeProperty().get());
        }
    }

    /// Lets go of the models; the view is not used again.
    public void dispose() {
        maker.calibrationProperty().removeListener(greys);
        clock.dispose();
        nodes.forEach(ViewportNode::dispose);
    }
}
