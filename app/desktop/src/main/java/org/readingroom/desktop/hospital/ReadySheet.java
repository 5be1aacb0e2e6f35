package org.readingroom.desktop.hospital;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.CacheFigures;

/// Which of the cases to be read can be read without the servers, and how the local cache is used: Enter in the list
/// brings a study here now.
///
/// It follows what arrives while it is shown, and nothing once it is put away.
///
/// **Thread:** FX.
// [impl->req~hospital.ready~1]
public final class ReadySheet extends BorderPane {
    private final ReadyModel model;
    private final Words words;
    private final ReadyTable table;
    private Subscription shown = Subscription.EMPTY;

    /// `limits` shows where the limits of the cache are set.
    public ReadySheet(ReadyModel model, Words words, Runnable limits) {
        this.model = model;
        this.words = words;
        this.table = new ReadyTable(model, words, model::bring);
        setId("ready");
        getStyleClass().add("sheet-body");
        Label summary = line("ready-summary", "strong");
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.lookedProperty().get() ? ReadyWords.summary(words, model.rows()) : "",
                        model.rows(),
                        model.lookedProperty(),
                        words.messagesProperty()));
        summary.setStyle("-fx-padding: 0 0 12 0;");
        Label none = line("ready-none", "quiet");
        none.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                model.lookedProperty().get() ? "desktop.ready.no-cases" : "desktop.ready.looking"),
                        model.lookedProperty(),
                        words.messagesProperty()));
        table.setPlaceholder(none);
        setTop(summary);
        setCenter(table);
        setBottom(new VBox(8, figures(), foot(limits)));
        sceneProperty().subscribe((before, now) -> {
            if (before == null && now != null) {
                appear();
            } else if (before != null && now == null) {
                // put away, or locked away until it is shown again
                shown.unsubscribe();
                model.close();
            }
        });
    }

    /// The words outlive the sheet: it listens to them only while it is shown.
    private void appear() {
        InvalidationListener spoken = change -> table.refresh();
        words.messagesProperty().addListener(spoken);
        shown = () -> words.messagesProperty().removeListener(spoken);
        model.begin();
    }

    private VBox figures() {
        Label room = line("ready-room", "quiet");
        room.textProperty().bind(ofFigures(now -> ReadyWords.room(words, now)));
        Label disk = line("ready-disk", "quiet");
        disk.textProperty().bind(ofFigures(now -> ReadyWords.disk(words, now)));
        Label kept = line("ready-kept", "quiet");
        kept.textProperty().bind(ofFigures(now -> ReadyWords.kept(words, now)));
        Label full = line("ready-full", "attention");
        full.textProperty().bind(ofFigures(now -> ReadyWords.full(words, now)));
        full.visibleProperty().bind(full.textProperty().isNotEmpty());
        full.managedProperty().bind(full.visibleProperty());
        VBox lines = new VBox(2, room, disk, kept, full);
        lines.setStyle("-fx-padding: 12 0 0 0;");
        return lines;
    }

    private interface Telling {
        String of(CacheFigures now);
    }

    private StringBinding ofFigures(Telling telling) {
        return Bindings.createStringBinding(
                () -> {
                    CacheFigures now = model.figuresProperty().get();
                    return now == null ? "" : telling.of(now);
                },
                model.figuresProperty(),
                words.messagesProperty());
    }

    private HBox foot(Runnable limits) {
        Label told = line("ready-told", "attention");
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        this::told, model.toldProperty(), model.faultProperty(), words.messagesProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button set = button("ready-limits", "desktop.ready.limits", "desktop.ready.limits-tip", limits);
        Button bring = button(
                "ready-bring",
                "desktop.ready.bring",
                "desktop.ready.bring-tip",
                () -> table.selected().ifPresent(model::bring));
        bring.getStyleClass().add("primary");
        bring.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox foot = new HBox(8, told, gap, set, bring);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String told() {
        Exception fault = model.faultProperty().get();
        String key = model.toldProperty().get();
        return fault != null ? words.about(fault) : key.isEmpty() ? "" : words.get(key);
    }

    private static Label line(String id, String tone) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(tone);
        return label;
    }

    private Button button(String id, String key, String tipKey, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words.text(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text(tipKey));
        button.setTooltip(tip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
