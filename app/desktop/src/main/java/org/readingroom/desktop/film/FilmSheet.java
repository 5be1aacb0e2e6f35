package org.readingroom.desktop.film;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.film.PageGeometry;

/// The film: its pictures, how pages are made of them, and the page that is looked at as it will come out.
// [impl->req~film.sheet~1]
final class FilmSheet extends BorderPane {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PRINT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final FilmModel model;
    private final Words words;
    private final Consumer<Integer> addSeries;
    private final Runnable print;

    /// `addSeries` puts every so manieth picture of the active series on the film; `print` sends it where the foot
    /// says.
    FilmSheet(FilmModel model, FilmPreview preview, Words words, Consumer<Integer> addSeries, Runnable print) {
        this.model = model;
        this.words = words;
        this.addSeries = addSeries;
        this.print = print;
        setId("film-sheet");
        getStyleClass().add("sheet-body");
        setPrefSize(1120, 760);
        FilmList list = new FilmList(model, words);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(10, new FilmChoicesView(model, words), series(), list, hint());
        side.setPrefWidth(300);
        setLeft(side);
        setCenter(page(preview));
        model.documentProperty().subscribe(film -> preview.refresh());
        model.pageProperty().subscribe((before, now) -> preview.refresh());
        words.messagesProperty().subscribe((before, now) -> preview.refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private Node series() {
        Spinner<Integer> step = new Spinner<>(1, 50, 1);
        step.setId("film-step");
        step.setPrefWidth(70);
        Tooltip every = new Tooltip();
        every.textProperty().bind(words.text("desktop.film.every-tip"));
        step.setTooltip(every);
        Button add = button("add-series", () -> addSeries.accept(step.getValue()));
        HBox row = new HBox(8, add, step);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().addAll("quiet", "dense");
        hint.setWrapText(true);
        hint.textProperty().bind(words.text("desktop.film.hint"));
        return hint;
    }

    private Button button(String name, Runnable action) {
        Button button = new Button();
        button.setId("film-" + name);
        button.textProperty().bind(words.text("desktop.film." + name));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.film." + name + "-tip"));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node page(FilmPreview preview) {
        ImageView view = new ImageView();
        view.setId("film-page");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.imageProperty().bind(preview.imageProperty());
        Label told = new Label();
        told.setId("film-told");
        told.setWrapText(true);
        told.setMaxWidth(420);
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> told(preview),
                        preview.faultProperty(),
                        model.documentProperty(),
                        words.messagesProperty()));
        told.visibleProperty().bind(preview.imageProperty().isNull());
        Pane frame = new StackPane(view, told);
        frame.setMinSize(0, 0);
        view.fitWidthProperty().bind(frame.widthProperty().subtract(16));
        view.fitHeightProperty().bind(frame.heightProperty().subtract(16));
        Label which = new Label();
        which.setId("film-which");
        which.textProperty()
                .bind(Bindings.createStringBinding(
                        this::which, model.documentProperty(), model.pageProperty(), words.messagesProperty()));
        HBox turn = new HBox(8, button("page-before", () -> turn(-1)), which, button("page-after", () -> turn(1)));
        turn.setAlignment(Pos.CENTER);
        BorderPane pane = new BorderPane(frame);
        pane.setBottom(turn);
        return pane;
    }

    private String told(FilmPreview preview) {
        String fault = preview.faultProperty().get();
        if (fault != null) {
            return fault;
        }
        return words.get(model.size() == 0 ? "desktop.film.empty" : "desktop.film.making");
    }

    private String which() {
        PageGeometry page = PageGeometry.of(model.documentProperty().get().setup());
        return words.get(
                "desktop.film.which",
                model.pages() == 0 ? 0 : model.pageProperty().get() + 1,
                model.pages(),
                Math.round(page.widthMm()),
                Math.round(page.heightMm()));
    }

    private void turn(int step) {
        model.turnTo(model.pageProperty().get() + step);
    }

    private void keyPressed(KeyEvent event) {
        if (UNDO.match(event)) {
            model.undo();
        } else if (PRINT.match(event)) {
            print.run();
        } else if (REDO.match(event)) {
            model.redo();
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            turn(-1);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            turn(1);
        } else {
            return;
        }
        event.consume();
    }
}
