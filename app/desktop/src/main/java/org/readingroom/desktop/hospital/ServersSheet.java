package org.readingroom.desktop.hospital;

import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.hospital.ServerPlace;

/// Which servers this home works with: typed in or taken from a file, asked, kept.
///
/// **Thread:** FX.
// [impl->req~hospital.servers-sheet~1]
public final class ServersSheet extends BorderPane {
    private final ServersModel model;
    private final Words words;
    private final VBox body = new VBox(16);
    private final ScrollPane scroll = new ScrollPane();
    private Node first = body;

    /// `more` stands below the servers.
    public ServersSheet(ServersModel model, Words words, Node... more) {
        this.model = model;
        this.words = words;
        setId("servers");
        getStyleClass().add("sheet-body");
        for (ServerPlace place : ServerPlace.values()) {
            body.getChildren().add(section(place));
        }
        GridPane days = grid(3);
        days.addRow(0, ServerField.text(model, ServersText.DAYS, "desktop.servers.days", words, 6));
        body.getChildren().add(days);
        body.getChildren().addAll(more);
        body.setStyle("-fx-padding: 0 12 0 0;");
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(520);
        scroll.setFocusTraversable(false);
        setTop(intro());
        setCenter(scroll);
        setBottom(foot());
        // what may be typed in is known a moment after it is shown
        model.mayChangeProperty().subscribe((before, now) -> {
            if (getScene() != null) {
                begin();
            }
        });
    }

    /// The fields are none of the scene's before the pane that scrolls has its skin, and take no keyboard.
    private void begin() {
        applyCss();
        first.requestFocus();
    }

    /// Begins at the end, with the keyboard in `other`; asked for once the sheet is shown.
    public void beginBelow(Node other) {
        first = other;
        scroll.setVvalue(scroll.getVmax());
        begin();
    }

    private Label intro() {
        Label intro = new Label();
        intro.setWrapText(true);
        intro.getStyleClass().add("quiet");
        intro.setStyle("-fx-padding: 0 0 12 0;");
        intro.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                model.mayChangeProperty().get()
                                                || model.busyProperty().get()
                                        ? "desktop.servers.what"
                                        : "desktop.servers.admin-only"),
                        model.mayChangeProperty(),
                        model.busyProperty(),
                        words.messagesProperty()));
        return intro;
    }

    private VBox section(ServerPlace place) {
        Label heading = new Label();
        heading.getStyleClass().add("strong");
        heading.textProperty().bind(words.text("desktop.servers.place." + place.code()));
        Label answer = new Label();
        answer.setId("servers-" + place.code() + "-answer");
        answer.setWrapText(true);
        Runnable tell = () -> tell(answer, model.asked().get(place));
        model.asked().addListener((MapChangeListener<ServerPlace, ServersModel.Asked>) change -> tell.run());
        words.messagesProperty().subscribe(tell);
        HBox top = new HBox(16, heading, answer);
        top.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(4, top, place == ServerPlace.DIMSE ? dimse() : http(place.code() + "."));
    }

    private GridPane http(String at) {
        GridPane grid = grid(4);
        ServerField base = ServerField.text(model, at + "base", "desktop.servers.base", words, 30);
        grid.add(base, 0, 0);
        if (at.startsWith(ServerPlace.DICOM_WEB.code())) {
            first = base.control();
        }
        grid.add(ServerField.access(model, at + "access", "desktop.servers.access", words), 1, 0);
        grid.add(ServerField.text(model, at + "user", "desktop.servers.user", words, 10), 2, 0);
        grid.add(ServerField.secret(model, at + "secret", "desktop.servers.secret", words, 14), 3, 0);
        grid.add(ServerField.text(model, at + "trusted", "desktop.servers.trusted", words, 20), 0, 1);
        grid.add(ServerField.text(model, at + "client-store", "desktop.servers.client-store", words, 20), 1, 1, 2, 1);
        grid.add(ServerField.secret(model, at + "client-password", "desktop.servers.client-password", words, 14), 3, 1);
        return grid;
    }

    private GridPane dimse() {
        GridPane grid = grid(4);
        grid.add(ServerField.text(model, "dimse.host", "desktop.servers.host", words, 20), 0, 0);
        grid.add(ServerField.text(model, "dimse.port", "desktop.servers.port", words, 6), 1, 0);
        grid.add(ServerField.text(model, "dimse.ae-title", "desktop.servers.ae-title", words, 12), 2, 0);
        grid.add(ServerField.text(model, "dimse.calling-ae", "desktop.servers.calling-ae", words, 12), 3, 0);
        grid.add(ServerField.text(model, "dimse.trusted", "desktop.servers.dimse-trusted", words, 20), 0, 1);
        grid.add(ServerField.text(model, "dimse.receiver-port", "desktop.servers.receiver-port", words, 6), 1, 1, 2, 1);
        return grid;
    }

    private static GridPane grid(int columns) {
        GridPane grid = new GridPane(12, 6);
        double[] shares = {40, 18, 18, 24};
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(shares[i]);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private void tell(Label label, ServersModel.@org.jspecify.annotations.Nullable Asked asked) {
        label.getStyleClass().removeAll("quiet", "attention");
        label.setGraphic(null);
        if (asked == null) {
            label.setText("");
        } else if (asked.fault().isPresent()) {
            label.getStyleClass().add("attention");
            label.setGraphic(Icons.of(MaterialDesignA.ALERT_OUTLINE, "attention"));
            label.setText(words.about(asked.fault().get()));
        } else if (asked.answer().isPresent()) {
            label.getStyleClass().add("quiet");
            label.setGraphic(Icons.of(MaterialDesignC.CHECK, "done"));
            label.setText(words.get(
                            "desktop.servers.answered",
                            Math.max(1, asked.answer().get().took().toMillis()),
                            asked.answer().get().says())
                    .strip());
        } else {
            label.getStyleClass().add("quiet");
            label.setText(words.get("desktop.servers.asking"));
        }
    }

    private HBox foot() {
        Label told = new Label();
        told.setId("servers-told");
        told.setWrapText(true);
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        this::told, model.toldProperty(), model.faultProperty(), words.messagesProperty()));
        told.textProperty().subscribe(() -> {
            boolean isBad = model.faultProperty().get() != null
                    || "desktop.servers.wrong".equals(model.toldProperty().get());
            told.getStyleClass().removeAll("attention");
            if (isBad) {
                told.getStyleClass().add("attention");
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button take = button("servers-take", "desktop.servers.take", this::take);
        Button test = button("servers-test", "desktop.servers.test", model::test);
        Button keep = button("servers-keep", "desktop.servers.keep", model::keep);
        keep.getStyleClass().add("primary");
        take.disableProperty().bind(model.mayChangeProperty().not());
        keep.disableProperty().bind(model.mayChangeProperty().not());
        HBox foot = new HBox(8, told, gap, take, test, keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setStyle("-fx-padding: 12 0 0 0;");
        return foot;
    }

    private String told() {
        Exception fault = model.faultProperty().get();
        String key = model.toldProperty().get();
        return fault != null ? words.about(fault) : key.isEmpty() ? "" : words.get(key);
    }

    private void take() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.take(file.toPath());
        }
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
