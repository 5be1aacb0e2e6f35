package org.readingroom.desktop.monitor;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.readingroom.desktop.fx.Words;

/// Each monitor of the desk with the file of its measured curve, for the settings sheet.
public final class MonitorsView extends VBox {
    private final MonitorCurves curves;
    private final Words words;
    private final Function<Window, Optional<Path>> chooser;

    public MonitorsView(MonitorCurves curves, Words words) {
        this(curves, words, window -> asked(window, words));
    }

    /// `chooser` asks for a file.
    MonitorsView(MonitorCurves curves, Words words, Function<Window, Optional<Path>> chooser) {
        super(8);
        this.curves = curves;
        this.words = words;
        this.chooser = chooser;
        setId("settings-monitors");
        Monitor.all().forEach(monitor -> getChildren().add(line(monitor)));
    }

    private VBox line(Monitor monitor) {
        ReadOnlyObjectProperty<MonitorCurve> curve = curves.of(monitor);
        Label name = new Label();
        name.textProperty()
                .bind(Bindings.createStringBinding(() -> MonitorWords.name(monitor, words), words.messagesProperty()));
        Label state = new Label();
        state.setId("monitor-state-" + monitor.id());
        state.getStyleClass().addAll("quiet", "dense");
        state.setWrapText(true);
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> MonitorWords.state(curve.get(), words), curve, words.messagesProperty()));
        curve.subscribe(now -> {
            state.getStyleClass().remove("attention");
            if (now instanceof MonitorCurve.Refused) {
                state.getStyleClass().add("attention");
            }
        });
        Button choose = new Button();
        choose.textProperty().bind(words.text("desktop.monitor.choose"));
        choose.setOnAction(
                event -> chooser.apply(getScene().getWindow()).ifPresent(file -> curves.choose(monitor, file)));
        Button forget = new Button();
        forget.textProperty().bind(words.text("desktop.monitor.forget"));
        forget.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> curve.get() instanceof MonitorCurve.None, curve));
        forget.setOnAction(event -> curves.forget(monitor));
        return new VBox(4, name, new HBox(8, choose, forget), state);
    }

    private static Optional<Path> asked(Window window, Words words) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("desktop.monitor.choose"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }
}
