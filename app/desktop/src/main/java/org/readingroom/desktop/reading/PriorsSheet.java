package org.readingroom.desktop.reading;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.PriorStudy;

/// Every other study of the patient; Enter or a double click hangs one beside the current study.
// [impl->req~priors.listed~1]
public final class PriorsSheet {
    private PriorsSheet() {}

    /// `chosen` is given the one to hang.
    public static Node of(PriorsModel model, Words words, Consumer<PriorStudy> chosen) {
        ListView<PriorStudy> list = new ListView<>(model.found());
        list.setId("priors-list");
        Label none = new Label(words.get("desktop.priors.none"));
        none.getStyleClass().add("quiet");
        list.setPlaceholder(none);
        list.setPrefHeight(420);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(PriorStudy prior, boolean empty) {
                super.updateItem(prior, empty);
                String text = empty || prior == null ? "" : PriorWords.full(words, model.current(), prior);
                boolean isHere = !empty && prior != null && model.onDesk(prior).isPresent();
                setText(isHere ? text + "\n" + words.get("desktop.priors.here") : text);
            }
        });
        list.getSelectionModel().selectFirst();
        Runnable open = () -> {
            PriorStudy prior = list.getSelectionModel().getSelectedItem();
            if (prior != null) {
                chosen.accept(prior);
            }
        };
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.run();
            }
        });
        return list;
    }
}
