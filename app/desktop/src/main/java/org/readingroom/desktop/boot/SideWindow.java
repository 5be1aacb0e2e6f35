package org.readingroom.desktop.boot;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.monitor.WindowPlace;
import org.readingroom.desktop.shell.PatientLine;
import org.readingroom.desktop.shell.ShellViewModel;

/// A further window of the person signed in: the patient's name above, whatever it shows below. Locked, it shows
/// nothing.
///
/// **Thread:** FX.
final class SideWindow {
    private final Stage stage = new Stage();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final Label cover = new Label();

    /// Keys that `body` leaves are heard by `commands`, as in the main window. `closed` is told when the person closes
    /// it.
    SideWindow(
            Node body, String titleKey, ShellViewModel model, CommandRegistry commands, Words words, Runnable closed) {
        Label patient = new Label();
        patient.setId("side-patient");
        patient.getStyleClass().add("patient-name");
        model.patientProperty().subscribe(line -> patient.setText(line == null ? "" : words(line)));
        HBox bar = new HBox(patient);
        bar.getStyleClass().add("patient-bar");
        frame.setTop(bar);
        cover.getStyleClass().add("side-cover");
        cover.textProperty().bind(words.text("desktop.window.locked"));
        cover.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        Scene scene = new Scene(root);
        Theme.dress(scene);
        // when there are colours to look up
        frame.setCenter(body);
        stage.getProperties().put(SideWindow.class, this);
        stage.setScene(scene);
        stage.setMinWidth(400);
        stage.setMinHeight(300);
        stage.titleProperty().bind(words.text(titleKey));
        stage.setOnCloseRequest(event -> {
            event.consume();
            closed.run();
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isCovered() && commands.handle(event)) {
                event.consume();
            }
        });
    }

    private static String words(PatientLine line) {
        return line.name() + "   " + line.facts() + "   " + line.study();
    }

    Stage stage() {
        return stage;
    }

    void show(WindowPlace place) {
        place.give(stage);
        stage.show();
    }

    /// Takes everything out of sight, keys included; the window stays where it is.
    /// Whether one of them has the keyboard, other than `but`.
    static boolean isFocusedBut(@Nullable Window but) {
        return Window.getWindows().stream()
                .anyMatch(window -> !window.equals(but)
                        && window.isFocused()
                        && window.getProperties().containsKey(SideWindow.class));
    }

    void cover(boolean isLocked) {
        root.getChildren().setAll(isLocked ? cover : frame);
    }

    boolean isCovered() {
        return root.getChildren().contains(cover);
    }

    void close() {
        stage.titleProperty().unbind();
        stage.close();
        frame.setCenter(null);
    }
}
