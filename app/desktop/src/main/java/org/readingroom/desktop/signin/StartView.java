package org.readingroom.desktop.signin;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// What is seen until a home is open: the first question, the making of a home, or why it does not open.
public final class StartView extends VBox {
    private final Button first;

    /// `demo` and `empty` are what the two answers of the first start mean.
    public <H> StartView(
            StartViewModel<H> model, Words words, HomeChoice demo, HomeChoice empty, Runnable otherFolder) {
        getStyleClass().add("gate-form");
        first = button(words, "desktop.start.demo", () -> model.open(demo));
        first.setId("start-demo");
        first.setDefaultButton(true);
        Button own = button(words, "desktop.start.empty", () -> model.open(empty));
        own.setId("start-empty");
        first.setMaxWidth(Double.MAX_VALUE);
        own.setMaxWidth(Double.MAX_VALUE);
        VBox asking = new VBox(
                12,
                text(words, "desktop.start.title", "title"),
                text(words, "desktop.start.demo.what", "quiet"),
                first,
                text(words, "desktop.start.empty.what", "quiet"),
                own);

        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.fractionProperty());
        Label what = new Label();
        what.getStyleClass().add("quiet");
        what.setWrapText(true);
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            HomeChoice choice = model.choiceProperty().get();
                            return choice == null
                                    ? ""
                                    : words.get(
                                            choice.demo() ? "desktop.start.opening-demo" : "desktop.start.opening",
                                            choice.folder().toString());
                        },
                        model.choiceProperty(),
                        words.messagesProperty()));
        VBox opening = new VBox(12, text(words, "desktop.start.opening.title", "title"), what, bar);
        opening.setFocusTraversable(true);

        Label why = new Label();
        why.setId("start-fault");
        why.setWrapText(true);
        why.getStyleClass().add("critical");
        why.setGraphic(Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE, "critical"));
        why.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Exception fault = model.faultProperty().get();
                            return fault == null ? "" : words.about(fault);
                        },
                        model.faultProperty(),
                        words.messagesProperty()));
        Label where = new Label();
        where.getStyleClass().addAll("quiet", "dense");
        where.setWrapText(true);
        where.textProperty()
                .bind(model.choiceProperty().map(choice -> choice.folder().toString()));
        Button again = button(words, "desktop.start.again", model::again);
        again.setId("start-again");
        VBox failed = new VBox(
                12,
                text(words, "desktop.start.failed.title", "title"),
                why,
                where,
                new HBox(8, again, button(words, "desktop.start.other", otherFolder)));

        model.stateProperty().subscribe(state -> {
            getChildren()
                    .setAll(
                            switch (state) {
                                case ASKING -> asking;
                                case OPENING -> opening;
                                case FAILED -> failed;
                            });
            switch (state) {
                case ASKING -> {}
                // Kept off the languages above, where it would land by itself.
                case OPENING -> opening.requestFocus();
                case FAILED -> again.requestFocus();
            }
        });
    }

    /// Puts the focus on the first answer.
    public void begin() {
        first.requestFocus();
    }

    private static Button button(Words words, String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label text(Words words, String key, String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.textProperty().bind(words.text(key));
        return label;
    }
}
