package org.readingroom.desktop.importing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.readingroom.desktop.fx.Words;

/// The ways in which a person names what to import: files, a folder, or dropping them on the window.
///
/// **Thread:** FX.
public final class ImportDoor {
    private final ImportViewModel model;
    private final Words words;
    private final Window owner;

    public ImportDoor(ImportViewModel model, Words words, Window owner) {
        this.model = model;
        this.words = words;
        this.owner = owner;
    }

    public void askFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("desktop.import.files.title"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null) {
            model.take(chosen.stream().map(File::toPath).toList());
        }
    }

    public void askFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("desktop.import.folder.title"));
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            model.take(List.of(chosen.toPath()));
        }
    }

    /// Asks beside `node` whether files or a folder are meant.
    public void ask(Node node) {
        MenuItem files = new MenuItem(words.get("desktop.import.files"));
        files.setOnAction(event -> askFiles());
        MenuItem folder = new MenuItem(words.get("desktop.import.folder"));
        folder.setOnAction(event -> askFolder());
        ContextMenu menu = new ContextMenu(folder, files);
        menu.show(node, javafx.geometry.Side.RIGHT, 0, 0);
    }

    /// Lets files be dropped anywhere on `node`.
    public void acceptDrops(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                List<Path> paths = event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList();
                model.take(paths);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
