package org.readingroom.desktop.signin;

import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// The quiet page around every form before the places: product, language, the form in the middle.
public final class GateView extends BorderPane {
    private final StackPane middle = new StackPane();

    public GateView(Words words, ObservableBooleanValue demo) {
        getStyleClass().add("gate");
        Label product = new Label();
        product.setGraphic(Icons.of(MaterialDesignE.EYE_OUTLINE, "accent"));
        product.getStyleClass().add("strong");
        product.textProperty().bind(words.text("desktop.title"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, product, gap);
        ToggleGroup languages = new ToggleGroup();
        for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            boolean chinese = language.getLanguage().equals("zh");
            ToggleButton button = new ToggleButton(chinese ? "中文" : "English");
            button.setId("language-" + language.getLanguage());
            button.getStyleClass().addAll("bare", "language");
            button.setToggleGroup(languages);
            Runnable mark =
                    () -> button.setSelected(words.locale().getLanguage().equals(language.getLanguage()));
            words.messagesProperty().subscribe(mark);
            mark.run();
            button.setOnAction(event -> {
                words.speak(language);
                mark.run();
            });
            head.getChildren().add(button);
        }
        head.getStyleClass().add("gate-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Label band = new Label();
        band.textProperty().bind(words.text("desktop.demo.band"));
        HBox demoBand = new HBox(band);
        demoBand.getStyleClass().add("demo-band");
        demoBand.visibleProperty().bind(demo);
        demoBand.managedProperty().bind(demo);
        setTop(new VBox(demoBand, head));
        setCenter(middle);
    }

    /// `form` stands in the middle at its own height.
    public void show(Region form) {
        form.setMaxHeight(Region.USE_PREF_SIZE);
        middle.getChildren().setAll(form);
    }
}
