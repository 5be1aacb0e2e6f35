package org.readingroom.desktop.boot;

import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellView;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.viewer.task.LaneRunner;

/// The desktop program.
public final class ReadingRoomApp extends Application {
    private static volatile StartOptions options = StartOptions.usual();

    private final FxLane fx = new FxLane();
    private final LaneRunner lanes = new LaneRunner(fx);

    /// Opens the window and returns when it is closed; may be called once in a process.
    public static void launch(StartOptions start) {
        options = start;
        Application.launch(ReadingRoomApp.class);
    }

    @Override
    public void start(Stage stage) {
        Theme.install();
        Words words = new Words(options.locale());
        ShellViewModel model = new ShellViewModel();
        CommandRegistry commands = new CommandRegistry();
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};
        for (Place place : Place.values()) {
            String name = place.name().toLowerCase(java.util.Locale.ROOT);
            commands.add(new Command(
                    "place." + name,
                    "desktop.command.place." + name,
                    new KeyCodeCombination(digits[place.ordinal()], KeyCombination.ALT_DOWN),
                    Bindings.createBooleanBinding(() -> true),
                    () -> model.placeProperty().set(place)));
        }
        ShellView shell = new ShellView(model, commands, words);
        StackPane root = new StackPane(shell);
        Scene scene = new Scene(root, 1280, 800);
        Theme.dress(scene);
        stage.titleProperty().bind(words.text("desktop.title"));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.show();
    }

    /// Windows go first, newest first: the toolkit breaks when it ends under an open tooltip.
    @Override
    public void stop() {
        List<Window> open = List.copyOf(Window.getWindows());
        open.reversed().forEach(Window::hide);
        lanes.close();
    }
}
