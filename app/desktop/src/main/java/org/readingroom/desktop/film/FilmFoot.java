package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.print.FilmChoices;
import org.readingroom.services.print.FilmPrinter;

/// Where the film goes, in how many copies, and the button that sends it there.
final class FilmFoot extends HBox {
    private final Words words;
    private final ComboBox<FilmTarget> targets = new ComboBox<>();
    private final Button print;

    /// `send` gets target and copies; `printers` opens the list of film printers.
    FilmFoot(FilmModel model, Words words, BiConsumer<FilmTarget, Integer> send, Runnable printers) {
        super(8);
        this.words = words;
        setAlignment(Pos.CENTER_RIGHT);
        targets.setId("film-target");
        targets.setPrefWidth(260);
        targets.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable FilmTarget target) {
                return target == null ? "" : name(target);
            }

            @Override
            public @Nullable FilmTarget fromString(String text) {
                return null;
            }
        });
        targets.getItems().setAll(List.of(new FilmTarget.File()));
        targets.getSelectionModel().selectFirst();
        Spinner<Integer> copies = new Spinner<>(1, FilmChoices.MOST_COPIES, 1);
        copies.setId("film-copies");
        copies.setPrefWidth(70);
        copies.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> targets.getValue() instanceof FilmTarget.File, targets.valueProperty()));
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(words.text("desktop.film.copies"));
        Button more = button("printers", printers);
        print = button("print", () -> {
            FilmTarget target = targets.getValue();
            if (target != null) {
                send.accept(target, target instanceof FilmTarget.File ? 1 : copies.getValue());
            }
        });
        print.getStyleClass().add("primary");
        print.disableProperty().bind(Bindings.createBooleanBinding(() -> model.pages() == 0, model.documentProperty()));
        getChildren().addAll(more, label, copies, targets, print);
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

    /// As the button does.
    void print() {
        print.fire();
    }

    /// What there is to print on, once it is known; the one used last is chosen, by its name.
    void offer(List<String> papers, List<FilmPrinter> films, Optional<String> wished) {
        List<FilmTarget> all = new ArrayList<>();
        papers.forEach(paper -> all.add(new FilmTarget.Paper(paper)));
        films.forEach(film -> all.add(new FilmTarget.Film(film)));
        all.add(new FilmTarget.File());
        targets.getItems().setAll(all);
        targets.setValue(all.stream()
                .filter(each -> wished.isPresent() && key(each).equals(wished.get()))
                .findFirst()
                .orElse(all.getFirst()));
    }

    /// By which a target is found again next time.
    static String key(FilmTarget target) {
        return switch (target) {
            case FilmTarget.File file -> "pdf";
            case FilmTarget.Paper paper -> "paper " + paper.printer();
            case FilmTarget.Film film -> "film " + film.printer().name();
        };
    }

    private String name(FilmTarget target) {
        return switch (target) {
            case FilmTarget.File file -> words.get("desktop.film.target.file");
            case FilmTarget.Paper paper -> words.get("desktop.film.target.paper", paper.printer());
            case FilmTarget.Film film ->
                words.get("desktop.film.target.film", film.printer().name());
        };
    }
}
