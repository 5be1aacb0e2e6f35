package org.readingroom.desktop.reading;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.SentenceConflict.Choice;

/// Shows sentence by sentence what was written here and at the hospital, side by side, above what both started from.
/// Closing the sheet decides nothing.
// [impl->req~report.conflicts~1]
public final class ConflictsSheet {
    private ConflictsSheet() {}

    /// `decided` gets a choice for every conflict, once all are made.
    public static void show(SheetLayer sheets, Words words, ConflictsModel model, Consumer<List<Choice>> decided) {
        VBox body = new VBox(16);
        body.getStyleClass().add("sheet-body");
        Label what = wrapped(words.get("desktop.conflicts.what"));
        body.getChildren().add(what);
        for (int at = 0; at < model.conflicts().size(); at++) {
            body.getChildren().add(one(words, model, at));
        }
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Label open = new Label();
        open.getStyleClass().add("attention");
        open.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.openProperty().get() == 0
                                ? ""
                                : words.get(
                                        "desktop.conflicts.open",
                                        model.openProperty().get()),
                        model.openProperty()));
        Button done = new Button(words.get("desktop.conflicts.done"));
        done.setId("conflicts-done");
        done.getStyleClass().add("primary");
        done.setTooltip(new Tooltip(words.get("desktop.conflicts.done-tip")));
        done.disableProperty().bind(model.openProperty().greaterThan(0));
        done.setOnAction(event -> model.decided().ifPresent(all -> {
            sheets.close();
            decided.accept(all);
        }));
        sheets.show("desktop.conflicts.title", scroll, 900, 680, open, done);
    }

    private static Node one(Words words, ConflictsModel model, int at) {
        SentenceConflict conflict = model.conflicts().get(at);
        Label section = new Label(words.get(conflict.section().messageKey()));
        section.getStyleClass().add("heading");
        Label before = wrapped(words.get("desktop.conflicts.before", shown(words, conflict.before())));
        before.getStyleClass().addAll("quiet", "dense");
        ToggleGroup group = new ToggleGroup();
        HBox sides = new HBox(
                16,
                side(words, model, at, group, Choice.MINE, "", conflict.mine()),
                side(words, model, at, group, Choice.THEIRS, conflict.who(), conflict.theirs()));
        VBox box = new VBox(6, section, before, sides);
        if (!conflict.mine().isBlank() && !conflict.theirs().isBlank()) {
            box.getChildren().add(choice(words, model, at, group, Choice.BOTH, ""));
        }
        return box;
    }

    private static Node side(
            Words words, ConflictsModel model, int at, ToggleGroup group, Choice choice, String who, String text) {
        Label label = wrapped(shown(words, text));
        label.getStyleClass().add("conflict-words");
        label.setMaxWidth(Double.MAX_VALUE);
        VBox side = new VBox(6, label, choice(words, model, at, group, choice, who));
        side.setPrefWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private static ToggleButton choice(
            Words words, ConflictsModel model, int at, ToggleGroup group, Choice choice, String who) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton(words.get("desktop.conflicts." + name, who));
        button.setId("conflict-" + at + "-" + name);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(words.get("desktop.conflicts.choose-tip")));
        button.setOnAction(event -> {
            button.setSelected(true);
            model.choose(at, choice);
        });
        return button;
    }

    private static String shown(Words words, String text) {
        return text.isBlank() ? words.get("desktop.conflicts.nothing") : text;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
