package org.readingroom.report.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says before a signature that not all images of the study are here, and asks for one more act then: a tick.
///
/// **Thread:** `fx`.
// [impl->req~report.ui.sign-incomplete~1]
final class MissingTick extends VBox {
    private final EditorWords words;
    private final Supplier<Optional<MissingImages>> missing;
    private final Label said = new Label();
    private final CheckBox tick = new CheckBox();

    /// `changed` is told of each tick.
    MissingTick(EditorWords words, Supplier<Optional<MissingImages>> missing, Runnable changed) {
        this.words = words;
        this.missing = missing;
        getStyleClass().add("report-missing");
        said.getStyleClass().addAll("report-sign", "report-warning");
        said.setWrapText(true);
        said.setId("report-sign-missing-words");
        tick.setId("report-sign-missing");
        tick.setWrapText(true);
        tick.selectedProperty().subscribe((before, now) -> changed.run());
        getChildren().setAll(said, tick);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// A new sheet: nothing is ticked.
    void begin() {
        tick.setSelected(false);
        look();
    }

    /// Asks again what is missing.
    void look() {
        Optional<MissingImages> now = missing.get();
        now.ifPresent(images -> {
            said.setText(
                    images.total() == 0
                            ? words.get("report.ui.sign-arriving")
                            : words.get("report.ui.sign-incomplete", images.here(), images.total()));
            tick.setText(words.get("report.ui.sign-incomplete-tick"));
        });
        setVisible(now.isPresent());
    }

    /// Whether the tick is still to be set.
    boolean isOpen() {
        return isVisible() && !tick.isSelected();
    }

    @Override
    public void requestFocus() {
        tick.requestFocus();
    }
}
