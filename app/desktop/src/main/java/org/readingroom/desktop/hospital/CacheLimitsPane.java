package org.readingroom.desktop.hospital;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.hospital.CacheLimitsModel.Field;
import org.readingroom.desktop.hospital.CacheLimitsModel.Told;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;

/// Three fields for the limits of the local cache: Enter in one of them, or the button, holds them at once.
///
/// Its lines keep their room while they say nothing, so that it does not move under who types at the end of a sheet.
///
/// **Thread:** FX.
// [impl->req~hospital.cache-limits~1]
public final class CacheLimitsPane extends VBox {
    private final CacheLimitsModel model;
    private final Words words;
    private final TextField quota;
    private boolean isFirst;

    public CacheLimitsPane(CacheLimitsModel model, Words words) {
        super(4);
        this.model = model;
        this.words = words;
        setId("cache-limits");
        Label heading = new Label();
        heading.getStyleClass().add("strong");
        heading.textProperty().bind(words.text("desktop.cache.title"));
        Label used = new Label();
        used.setId("cache-used");
        used.setWrapText(true);
        used.getStyleClass().add("quiet");
        used.textProperty()
                .bind(Bindings.createStringBinding(this::used, model.figuresProperty(), words.messagesProperty()));
        this.quota = new TextField();
        HBox fields = new HBox(
                12,
                field(Field.QUOTA, quota),
                field(Field.DAYS, new TextField()),
                field(Field.FREE, new TextField()),
                keep());
        Label told = new Label();
        told.setId("cache-told");
        told.setWrapText(true);
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        this::told, model.toldProperty(), model.faultProperty(), words.messagesProperty()));
        told.textProperty().subscribe(() -> {
            told.getStyleClass().removeAll("attention", "quiet");
            told.getStyleClass().add(isBad() ? "attention" : "quiet");
        });
        getChildren().addAll(heading, used, told, fields);
        // what may be typed in is known a moment after it is shown
        model.mayChangeProperty().subscribe((before, now) -> {
            if (isFirst && now) {
                quota.requestFocus();
            }
        });
    }

    /// Where the keyboard goes when somebody came for the limits.
    public TextField first() {
        isFirst = true;
        return quota;
    }

    private String used() {
        CacheFigures now = model.figuresProperty().get();
        return now == null ? "" : words.get("desktop.cache.used", ByteWords.of(now.usedBytes()), kept(now), free(now));
    }

    private static String kept(CacheFigures now) {
        return ByteWords.of(now.keptBytes());
    }

    private String free(CacheFigures now) {
        return now.isFreeKnown() ? ByteWords.of(now.freeBytes()) : words.get("desktop.cache.unknown");
    }

    private VBox field(Field field, TextField text) {
        String name = field.name().toLowerCase(Locale.ROOT);
        text.setId("cache-" + name);
        text.setPrefColumnCount(8);
        text.textProperty().bindBidirectional(model.value(field));
        text.disableProperty().bind(model.mayChangeProperty().not());
        text.setOnAction(event -> model.keep());
        Label label = new Label();
        label.getStyleClass().addAll("quiet", "dense");
        label.textProperty().bind(words.text("desktop.cache.field." + name));
        label.setLabelFor(text);
        Label wrong = new Label();
        wrong.setId("cache-" + name + "-wrong");
        wrong.getStyleClass().addAll("attention", "dense");
        wrong.textProperty()
                .bind(Bindings.createStringBinding(() -> wrong(field), model.faults(), words.messagesProperty()));
        VBox box = new VBox(2, label, text, wrong);
        box.setPrefWidth(230);
        return box;
    }

    private String wrong(Field field) {
        String why = model.faults().get(field);
        return why == null ? "" : words.get("desktop.cache.wrong." + why, CacheLimits.MOST_GIB, CacheLimits.MOST_DAYS);
    }

    private VBox keep() {
        Button keep = new Button();
        keep.setId("cache-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.textProperty().bind(words.text("desktop.cache.keep"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.cache.keep-tip"));
        keep.setTooltip(tip);
        keep.disableProperty().bind(model.mayChangeProperty().not());
        keep.setOnAction(event -> model.keep());
        Label above = new Label(" ");
        above.getStyleClass().add("dense");
        return new VBox(2, above, keep);
    }

    private String told() {
        Exception fault = model.faultProperty().get();
        Told told = model.toldProperty().get();
        return fault != null
                ? words.about(fault)
                : told == null ? "" : words.get(told.key(), told.arguments().toArray());
    }

    private boolean isBad() {
        Told told = model.toldProperty().get();
        return model.faultProperty().get() != null || told != null && told.isBad();
    }
}
