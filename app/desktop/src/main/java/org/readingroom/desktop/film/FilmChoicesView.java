package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageOrientation;
import org.readingroom.viewer.film.PageSetup;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.film.Sizing;

/// How pages are made: size, hold, rows and columns, true size or fitted, marks and words.
final class FilmChoicesView extends GridPane {
    private final FilmModel model;
    private final Words words;
    private final List<Runnable> followers = new ArrayList<>();
    private int row;
    private boolean isFollowing;

    FilmChoicesView(FilmModel model, Words words) {
        this.model = model;
        this.words = words;
        setHgap(8);
        setVgap(6);
        choice(
                "size",
                List.of(PageSize.values()),
                PageSize::label,
                film -> film.setup().size(),
                size -> setup(setup -> setup.with(size)));
        choice(
                "orientation",
                List.of(PageOrientation.values()),
                each -> words.get("desktop.film.orientation." + each.name().toLowerCase(Locale.ROOT)),
                film -> film.setup().orientation(),
                hold -> setup(setup -> setup.with(hold)));
        List<Integer> counts = IntStream.rangeClosed(1, FilmLayout.MOST).boxed().toList();
        choice(
                "rows",
                counts,
                String::valueOf,
                film -> film.setup().layout().rows(),
                rows -> setup(
                        setup -> setup.with(new FilmLayout(rows, setup.layout().columns()))));
        choice(
                "columns",
                counts,
                String::valueOf,
                film -> film.setup().layout().columns(),
                columns ->
                        setup(setup -> setup.with(new FilmLayout(setup.layout().rows(), columns))));
        choice(
                "sizing",
                List.of(Sizing.values()),
                each -> words.get("desktop.film.sizing." + each.name().toLowerCase(Locale.ROOT)),
                FilmDocument::sizing,
                sizing -> model.set(film -> film.with(sizing)));
        check("marks", FilmDocument::hasMarks, wished -> model.set(film -> film.withMarks(wished)));
        check("words", FilmDocument::hasWords, wished -> model.set(film -> film.withWords(wished)));
        model.documentProperty().subscribe(film -> follow());
    }

    private void setup(Function<PageSetup, PageSetup> change) {
        model.set(film -> film.with(change.apply(film.setup())));
    }

    private void follow() {
        isFollowing = true;
        followers.forEach(Runnable::run);
        isFollowing = false;
    }

    private <T> void choice(
            String name, List<T> values, Function<T, String> shown, Function<FilmDocument, T> now, Consumer<T> set) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("film-" + name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : shown.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        followers.add(() -> box.setValue(now.apply(model.documentProperty().get())));
        box.valueProperty().subscribe(value -> {
            if (value != null && !isFollowing) {
                set.accept(value);
            }
        });
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(words.text("desktop.film." + name));
        label.setLabelFor(box);
        GridPane.setValignment(label, VPos.CENTER);
        addRow(row++, label, box);
    }

    private void check(String name, Function<FilmDocument, Boolean> now, Consumer<Boolean> set) {
        CheckBox box = new CheckBox();
        box.setId("film-" + name);
        box.textProperty().bind(words.text("desktop.film." + name));
        followers.add(() -> box.setSelected(now.apply(model.documentProperty().get())));
        box.selectedProperty().subscribe((before, wished) -> {
            if (!isFollowing) {
                set.accept(wished);
            }
        });
        add(box, 0, row++, 2, 1);
    }
}
