package org.readingroom.desktop.exporting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.hospital.Receiver;
import org.readingroom.viewer.model.Study;

/// Whose study is sent, how much of it, and to which server.
///
/// **Thread:** FX.
// [impl->req~export.send.window~1]
final class SendSheet extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<RadioButton, Receiver> receivers = new LinkedHashMap<>();

    SendSheet(SendOffer offer, Words words) {
        super(10);
        setId("send");
        getStyleClass().add("sheet-body");
        Label whose = new Label(whose(offer.study()));
        whose.setId("send-whose");
        whose.setWrapText(true);
        whose.getStyleClass().add("strong");
        Label objects = said(words.text("desktop.send.objects", offer.objects().size()));
        objects.setId("send-objects");
        Label to = said(words.text("desktop.send.to"));
        to.getStyleClass().add("quiet");
        getChildren().addAll(whose, objects);
        if (offer.isPartlyHere()) {
            Label partly = said(words.text(
                    "desktop.send.partly",
                    offer.readiness().here(),
                    offer.readiness().total()));
            partly.setId("send-partly");
            partly.setGraphic(Icons.of(MaterialDesignA.ALERT_OUTLINE, "attention"));
            partly.getStyleClass().add("attention");
            getChildren().add(partly);
        }
        getChildren().add(to);
        for (Receiver receiver : offer.receivers()) {
            RadioButton button = new RadioButton();
            button.setId("send-to-" + receiver.place().code());
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.textProperty().bind(name(receiver, words));
            receivers.put(button, receiver);
            getChildren().add(button);
        }
        receivers.keySet().stream().findFirst().ifPresent(first -> first.setSelected(true));
    }

    /// What is chosen.
    Optional<Receiver> receiver() {
        return receivers.entrySet().stream()
                .filter(each -> each.getKey().isSelected())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static ObservableStringValue name(Receiver receiver, Words words) {
        ObservableStringValue kind =
                words.text("desktop.servers.place." + receiver.place().code());
        return receiver.address().isEmpty() ? kind : words.text("desktop.send.receiver", kind, receiver.address());
    }

    private static String whose(Study study) {
        return Stream.of(
                        study.patient().name().display(),
                        study.patient().id().value(),
                        study.accessionNumber(),
                        study.description())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static Label said(ObservableStringValue text) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(text);
        return label;
    }
}
