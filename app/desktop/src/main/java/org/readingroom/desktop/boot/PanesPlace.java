package org.readingroom.desktop.boot;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellView;
import org.readingroom.desktop.shell.ShellViewModel;

/// The list and the report, each in the main window or in one of its own.
///
/// **Thread:** FX.
// [impl->req~desk.windows-panes~1]
final class PanesPlace implements AutoCloseable {
    private final DetachedPane report;
    private final DetachedPane list;

    PanesPlace(
            Stage main,
            ShellView shell,
            ShellViewModel model,
            ReadPlace read,
            ListPlace worklist,
            CommandRegistry commands,
            Words words,
            SideMemory memory) {
        report = new DetachedPane(
                "report", main, model, commands, words, memory, read.view()::takeReport, read.view()::putReportBack);
        VBox gone = gone(words);
        list = new DetachedPane(
                "list",
                main,
                model,
                commands,
                words,
                memory,
                () -> shell.exchange(Place.LIST, gone),
                () -> shell.exchange(Place.LIST, worklist.view()));
        CommandList own = new CommandList(commands);
        own.add("window.report", Shortcuts.key(KeyCode.F10), report::toggle);
        own.add("window.list", null, list::toggle);
        model.placeProperty().subscribe(place -> {
            if (place == Place.LIST) {
                list.front();
            } else if (place == Place.READ && list.stage() != null) {
                // opened from the list in its own window: the pictures are wanted next
                main.toFront();
                main.requestFocus();
            }
        });
    }

    private static VBox gone(Words words) {
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.textProperty().bind(words.text("desktop.window.list-gone"));
        VBox empty = new VBox(what);
        empty.getStyleClass().add("empty-state");
        return empty;
    }

    void restore() {
        report.restore();
        list.restore();
    }

    void cover(boolean isLocked) {
        report.cover(isLocked);
        list.cover(isLocked);
    }

    void seen() {
        report.seen();
        list.seen();
    }

    List<Stage> stages() {
        return Stream.of(report.stage(), list.stage()).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        report.close();
        list.close();
    }
}
