package org.readingroom.desktop.boot;

import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.film.FilmPlace;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.services.home.Home;
import org.readingroom.services.print.FilmPrinters;

/// The film by its keys.
///
/// **Thread:** FX.
final class FilmCommands {
    private final Surroundings around;
    private final ReadPlace read;
    private final FilmPlace film;

    FilmCommands(Surroundings around, ReadPlace read, SheetLayer sheets, Home home, WindowMemory memory, Executor fx) {
        this.around = around;
        this.read = read;
        this.film = new FilmPlace(
                new FilmPlace.Around(around.lanes(), fx, around.status(), around.words(), sheets, around.exit()),
                read.desk(),
                new FilmPrinters(home.folder()),
                memory);
    }

    void addTo(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        BooleanBinding isOpen = Bindings.isNotNull(read.shownProperty());
        list.add("film", Shortcuts.ctrl(KeyCode.P), isOpen, film::open);
        list.add(
                "film.add",
                Shortcuts.key(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                isOpen,
                film::addActive);
        list.add("film.add-series", null, isOpen, () -> film.addSeries(1));
        list.add("film.printers", null, film::editPrinters);
    }

    /// For the settings: a way to the list of film printers.
    Node settings() {
        Button button = new Button();
        button.setId("settings-printers");
        button.textProperty().bind(around.words().text("desktop.settings.printers.edit"));
        button.setOnAction(event -> film.editPrinters());
        return button;
    }
}
