package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.viewport.Layout;

/// The desk: thumbnails at the left, tool bar above, views to the very edge.
public final class ReadingDeskView extends BorderPane {
    private final ReadingDeskModel desk;
    private final Map<ViewportModel, ViewportNode> nodes = new HashMap<>();
    private final Map<ViewportModel, Node> grips = new HashMap<>();
    private final ViewPane grid = new ViewPane(false, () -> {});
    private final List<ViewPane> panes = new ArrayList<>(List.of(grid));
    private final ReadOnlyBooleanWrapper viewFocused = new ReadOnlyBooleanWrapper(false);
    private final BooleanBinding inHand;
    private final DeskCommands commands;
    private final DeskToolBar bar;
    private final PictureMaker maker;
    private final ThumbnailsView thumbnails;
    private final CineClock clock;
    private final InvalidationListener greys = o -> redraw();

    public ReadingDeskView(ReadingDeskModel desk, PictureMaker maker, Words words) {
        this.desk = desk;
        this.maker = maker;
        this.clock = new CineClock(desk);
        getStyleClass().add("desk");
        ViewDrops drops = new ViewDrops(desk, words);
        desk.eachView(model -> {
            ViewportNode node = new ViewportNode(model, desk, maker, words);
            node.focusedProperty()
                    .addListener(o -> viewFocused.set(nodes.values().stream().anyMatch(ViewportNode::isFocused)));
            drops.accept(node);
            nodes.put(model, node);
            grips.put(model, drops.grip(node));
            clock.add(node);
        });
        commands = new DeskCommands(desk, viewFocused.getReadOnlyProperty());
        bar = new DeskToolBar(desk, commands.all(), words);
        inHand = focusWithinProperty().or(viewFocused);
        thumbnails = new ThumbnailsView(desk, maker, words);
        setLeft(thumbnails);
        VBox middle = new VBox(bar, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        setCenter(middle);
        InvalidationListener arrange = o -> arrange();
        desk.layoutProperty().addListener(arrange);
        desk.maximisedProperty().addListener(arrange);
        desk.grid().exchangesProperty().addListener(arrange);
        desk.tiling().setProperty().addListener(arrange);
        desk.activeProperty().addListener(o -> markActive());
        desk.setMarksRepainter(() -> nodes.values().forEach(ViewportNode::repaintMarks));
        desk.setFocuser(this::focusActive);
        maker.calibrationProperty().addListener(greys);
        desk.valueAligning().stateProperty().addListener(o -> nodes.values().forEach(ViewportNode::refresh));
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

    /// Puts a small list under the thumbnails.
    public void setThumbnailFoot(Node foot) {
        thumbnails.setFoot(foot);
    }

    /// The node of the active view, for what is measured or photographed.
    public ViewportNode activeNode() {
        return node(desk.activeProperty().get());
    }

    /// The nodes of all views, visible or not, in reading order.
    public List<ViewportNode> viewNodes() {
        return desk.views().stream().map(this::node).toList();
    }

    private ViewportNode node(ViewportModel view) {
        ViewportNode node = nodes.get(view);
        if (node == null) {
            throw new IllegalArgumentException("a view of another desk");
        }
        return node;
    }

    /// Whether every visible view shows what it can, as well as it can.
    public boolean isDrawn() {
        return desk.visible().stream()
                .filter(view -> view.setProperty().get() != null)
                .map(this::node)
                .allMatch(node -> node.hasPicture() && node.isAtRest());
    }

    /// Gives the keyboard to the active view.
    public void focusActive() {
        activeNode().requestFocus();
    }

    /// Hears a key pressed while a view has the keyboard, in whichever window; consumes what it answers.
    public void key(KeyEvent event) {
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
            if (command.isAskedBy(event)) {
                command.action().run();
                event.consume();
                return;
            }
        }
    }

    /// Every picture anew, for another monitor.
    private void redraw() {
        nodes.values().forEach(ViewportNode::refresh);
        thumbnails.fill();
    }

    private void arrange() {
        boolean hadKeyboard = viewFocused.get();
        ViewportModel alone = desk.maximisedProperty().get();
        Layout layout = desk.layoutProperty().get();
        List<ViewportModel> views = desk.grid().inLayout();
        List<ViewShare> shares = ViewShare.of(layout, panes.size());
        // emptied first: a view that goes to another window leaves its own before
        panes.forEach(pane -> pane.begin(0, 0));
        for (int i = 0; i < panes.size(); i++) {
            ViewShare share = shares.get(i);
            List<ViewportModel> mine = IntStream.range(0, views.size())
                    .filter(at -> share.holds(at % layout.columns(), at / layout.columns()))
                    .mapToObj(views::get)
                    .toList();
            boolean isAlone = alone != null && (mine.contains(alone) || panes.size() == 1);
            fill(panes.get(i), isAlone ? List.of(alone) : mine, isAlone ? ViewShare.ONE : share);
        }
        markActive();
        if (hadKeyboard) {
            // a view that is taken away takes the keyboard with it
            focusActive();
        }
    }

    private void fill(ViewPane pane, List<ViewportModel> shown, ViewShare share) {
        pane.begin(share.columns(), share.rows());
        boolean hasGrips = desk.visible().size() > 1 && !desk.tiling().isOn();
        for (int at = 0; at < shown.size(); at++) {
            pane.put(at, node(shown.get(at)), hasGrips ? grips.get(shown.get(at)) : null);
        }
    }

    /// A pane for a further window, which takes its share of the views; [#remove] gives them back.
    public ViewPane addPane() {
        ViewPane pane = new ViewPane(true, this::arrange);
        panes.add(pane);
        desk.arrange(ViewShare.roomFor(desk.layoutProperty().get(), panes.size()));
        arrange();
        return pane;
    }

    public void remove(ViewPane pane) {
        if (panes.remove(pane)) {
            pane.getChildren().clear();
            arrange();
        }
    }

    /// Every picture in one window anew, for another monitor.
    public void redraw(ViewPane pane) {
        nodes.values().stream().filter(node -> pane.equals(node.getParent())).forEach(ViewportNode::refresh);
    }

    /// Whether the desk has the keyboard, or a view in a further window.
    public ObservableBooleanValue inHandProperty() {
        return inHand;
    }

    private void markActive() {
        boolean several = desk.maximisedProperty().get() == null
                && desk.layoutProperty().get().views() > 1;
        for (ViewportNode node : nodes.values()) {
            node.setActive(several && node.model() == desk.activeProperty().get());
        }
    }

    /// Lets go of the models; the view is not used again.
    public void dispose() {
        maker.calibrationProperty().removeListener(greys);
        clock.dispose();
        nodes.values().forEach(ViewportNode::dispose);
    }
}
