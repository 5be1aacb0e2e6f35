package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.Echo;
import org.readingroom.services.print.FilmPrinter;
import org.readingroom.services.print.FilmPrinting;
import org.readingroom.services.print.PrinterStatus;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.TaskRunner;

/// The film printers: which there are, the fields of one, and whether it answers.
// [impl->req~film.printers~1]
final class PrintersView extends BorderPane {
    private final ListView<FilmPrinter> list = new ListView<>();
    private final PrinterForm form;
    private final Label told = new Label();
    private final Consumer<List<FilmPrinter>> keep;
    private final TaskRunner runner;
    private final Words words;

    PrintersView(List<FilmPrinter> known, Consumer<List<FilmPrinter>> keep, TaskRunner runner, Words words) {
        this.keep = keep;
        this.runner = runner;
        this.words = words;
        this.form = new PrinterForm(words);
        setId("printers");
        getStyleClass().add("sheet-body");
        list.setId("printer-list");
        list.setPrefWidth(180);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable FilmPrinter printer, boolean empty) {
                super.updateItem(printer, empty);
                setText(empty || printer == null ? null : printer.name());
            }
        });
        list.getItems().setAll(known);
        list.getSelectionModel().selectedItemProperty().subscribe(printer -> {
            if (printer != null) {
                form.show(printer);
                told.setText("");
            }
        });
        form.blank();
        list.getSelectionModel().selectFirst();
        told.setId("printer-told");
        told.setWrapText(true);
        HBox buttons = new HBox(
                8,
                button("new", this::blank),
                button("keep", this::keep),
                button("delete", this::delete),
                button("echo", this::echo));
        VBox right = new VBox(10, scrolling(), buttons, told);
        right.setStyle("-fx-padding: 0 0 0 12;");
        setLeft(list);
        setCenter(right);
    }

    private ScrollPane scrolling() {
        ScrollPane pane = new ScrollPane(form);
        pane.setFitToWidth(true);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Button button(String name, Runnable action) {
        Button button = new Button();
        button.setId("printer-" + name);
        button.textProperty().bind(words.text("desktop.printers." + name));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.printers." + name + "-tip"));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void blank() {
        list.getSelectionModel().clearSelection();
        form.blank();
        told.setText("");
    }

    private void keep() {
        try {
            FilmPrinter printer = form.read();
            int at = list.getSelectionModel().getSelectedIndex();
            List<FilmPrinter> all = new ArrayList<>(list.getItems());
            boolean isTaken = false;
            for (int i = 0; i < all.size(); i++) {
                isTaken |= i != at && all.get(i).name().equals(printer.name());
            }
            if (isTaken) {
                throw new WorkstationException("desktop.printers.name-taken", "two printers of one name");
            }
            if (at < 0) {
                all.add(printer);
            } else {
                all.set(at, printer);
            }
            changed(all, printer);
        } catch (WorkstationException e) {
            told.setText(words.about(e));
        }
    }

    private void delete() {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            List<FilmPrinter> all = new ArrayList<>(list.getItems());
            all.remove(at);
            changed(all, null);
        }
    }

    private void changed(List<FilmPrinter> all, @Nullable FilmPrinter chosen) {
        list.getItems().setAll(all);
        if (chosen == null) {
            blank();
        } else {
            list.getSelectionModel().select(chosen);
        }
        told.setText(words.get("desktop.printers.kept", all.size()));
        keep.accept(all);
    }

    /// Asks whether it is there, and if it is, how it is: not every printer answers an echo.
    private void echo() {
        try {
            FilmPrinter printer = form.read();
            told.setText(words.get("desktop.printers.asking", printer.peer().address()));
            runner.start(
                    Lane.IO,
                    org.readingroom.viewer.task.Priority.ON_SCREEN,
                    () -> ask(printer),
                    answer -> told.setText(words.get("desktop.printers.answered", answer.millis) + " "
                            + words.get(answer.status.messageKey(), answer.status.info())),
                    fault -> told.setText(words.about(fault)));
        } catch (WorkstationException e) {
            told.setText(words.about(e));
        }
    }

    private record Answer(long millis, PrinterStatus status) {}

    private Answer ask(FilmPrinter printer) throws WorkstationException {
        DimseOptions options = printer.options(DimseOptions.DEFAULT);
        long millis =
                Echo.ask(printer.peer(), printer.callingAe(), options, runner).toMillis();
        return new Answer(millis, new FilmPrinting(printer, DimseOptions.DEFAULT, runner).status());
    }
}
