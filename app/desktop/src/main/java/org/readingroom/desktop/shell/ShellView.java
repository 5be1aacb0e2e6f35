package org.readingroom.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;

/// The window's content once somebody is signed in.
public final class ShellView extends StackPane {
    private final Map<Place, Node> places = new EnumMap<>(Place.class);
    private final StackPane centre = new StackPane();
    private final ShellViewModel model;

    public ShellView(ShellViewModel model, CommandRegistry commands, SheetLayer sheets, Words words) {
        this.model = model;
        centre.getStyleClass().add("place");
        BorderPane frame = new BorderPane(new StackPane(centre, sheets));
        frame.setLeft(new RailView(model, commands, words));
        frame.setTop(new VBox(demoBand(model, words), new PatientBarView(model, words)));
        frame.setBottom(new StatusBarView(model.status(), words));
        getChildren().add(frame);
        model.placeProperty().subscribe(this::showPlace);
        commands.coverWhile(sheets.openProperty()::get);
        centre.addEventFilter(KeyEvent.ANY, event -> {
            if (sheets.openProperty().get()) {
                event.consume();
            }
        });
        sheets.keepKeyboardFrom(centre);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (commands.handle(event)) {
                event.consume();
            }
        });
    }

    /// Puts `node` where `place` is shown.
    public void fill(Place place, Node node) {
        node.setVisible(place == model.placeProperty().get());
        places.put(place, node);
        centre.getChildren().add(node);
    }

    /// Takes out what stands where `place` is shown, and puts `other` there.
    public Node exchange(Place place, Node other) {
        Node before = Objects.requireNonNull(places.get(place), "nothing is there yet");
        // while it still has a scene, whose colours it looks up
        before.setVisible(true);
        centre.getChildren().remove(before);
        fill(place, other);
        return before;
    }

    private void showPlace(Place shown) {
        places.forEach((place, node) -> node.setVisible(place == shown));
    }

    static HBox demoBand(ShellViewModel model, Words words) {
        Label label = new Label();
        label.textProperty().bind(words.text("desktop.demo.band"));
        HBox band = new HBox(label);
        band.getStyleClass().add("demo-band");
        band.visibleProperty().bind(model.demoProperty());
        band.managedProperty().bind(model.demoProperty());
        return band;
    }
}
