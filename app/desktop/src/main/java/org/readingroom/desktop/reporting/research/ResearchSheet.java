package org.readingroom.desktop.reporting.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchFields;

/// The projects of this home, what is known of the chosen one, and what this person may do about it.
final class ResearchSheet extends VBox {
    private final Words words;
    private final ResearchWords said;
    private final ListView<ResearchCase> list = new ListView<>();
    private final Label details = new Label();
    private final Label made = new Label();
    private final TextField folder = new TextField();
    private final ProgressBar progress = new ProgressBar();
    private final Label refusal = new Label();

    ResearchSheet(Words words, ResearchFields fields, LocalDate today, Consumer<@Nullable ResearchCase> chosen) {
        super(8);
        this.words = words;
        this.said = new ResearchWords(words);
        getStyleClass().add("sheet-body");
        list.setId("research-projects");
        list.setPlaceholder(new Label(words.get("desktop.research.none")));
        list.setPrefWidth(300);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ResearchCase of, boolean empty) {
                super.updateItem(of, empty);
                setText(
                        empty || of == null
                                ? ""
                                : of.project().title() + " · "
                                        + words.get(of.state(today).messageKey()));
            }
        });
        label(details, "research-details", "");
        label(made, "research-made", "");
        label(refusal, "research-refusal", "critical");
        folder.setId("research-folder");
        folder.setAccessibleText(words.get("desktop.research.folder"));
        progress.setId("research-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setVisible(false);
        progress.managedProperty().bind(progress.visibleProperty());
        list.getSelectionModel().selectedItemProperty().subscribe(of -> {
            details.setText(of == null ? "" : said.project(of, fields, today));
            made.setText("");
            chosen.accept(of);
        });
        ScrollPane scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefHeight(240);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox both = new HBox(8, list, scroll);
        VBox.setVgrow(both, Priority.ALWAYS);
        HBox where = new HBox(8, new Label(words.get("desktop.research.folder")), folder);
        HBox.setHgrow(folder, Priority.ALWAYS);
        getChildren().setAll(both, made, where, progress, refusal);
    }

    /// Shows `cases`, with the one of `project` chosen, else the last.
    void show(List<ResearchCase> cases, String project) {
        list.getItems().setAll(cases);
        cases.stream()
                .filter(of -> of.project().id().equals(project))
                .findFirst()
                .ifPresentOrElse(
                        of -> list.getSelectionModel().select(of),
                        () -> list.getSelectionModel().selectLast());
    }

    Optional<ResearchCase> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    TextField folder() {
        return folder;
    }

    void made(String words) {
        made.setText(words);
    }

    void refuse(String why) {
        refusal.setText(why);
    }

    /// A negative `fraction` hides it.
    void working(double fraction) {
        progress.setVisible(fraction >= 0);
        progress.setProgress(fraction);
    }

    Button button(String name, Runnable action) {
        Button button = new Button(words.get("desktop.research." + name));
        button.setId("research-do-" + name);
        button.setTooltip(new Tooltip(words.get("desktop.research." + name + "-tip")));
        button.setOnAction(event -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    static String name(Kind kind) {
        return switch (kind) {
            case ENTERED -> "enter";
            case APPROVED -> "approve";
            case REFUSED -> "refuse";
            case WITHDRAWN -> "withdraw";
            case EXPORTED -> "make";
        };
    }

    private static void label(Label label, String id, String style) {
        label.setId(id);
        label.setWrapText(true);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
    }

    Node node() {
        return this;
    }
}
