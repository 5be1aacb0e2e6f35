package org.readingroom.desktop.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.LinkSign;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;

/// How the links to the hospital stand: one word each; a click tells since when and why.
// [impl->req~hospital.link-state~1]
final class LinkSignsView extends Button {
    private final StatusViewModel model;
    private final HBox signs = new HBox(12);

    LinkSignsView(StatusViewModel model) {
        this.model = model;
        setId("status-links");
        getStyleClass().add("bare");
        setMinWidth(Region.USE_PREF_SIZE);
        setFocusTraversable(false);
        setGraphic(signs);
        visibleProperty().bind(Bindings.isNotEmpty(model.links()));
        managedProperty().bind(visibleProperty());
        accessibleTextProperty().bind(model.linksTipProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.linksTipProperty());
        setTooltip(tip);
        setOnAction(event -> {
            Runnable action = model.onLinksProperty().get();
            if (action != null) {
                action.run();
            }
        });
        model.links().addListener((ListChangeListener<LinkSign>) change -> fill());
        fill();
    }

    private void fill() {
        signs.getChildren().clear();
        for (LinkSign sign : model.links()) {
            boolean isWell = sign.tone() == Tone.PLAIN;
            String style = isWell ? "quiet" : "attention";
            Label label = new Label(
                    sign.text(),
                    Icons.of(isWell ? MaterialDesignC.CIRCLE_SMALL : MaterialDesignA.ALERT_OUTLINE, style));
            label.getStyleClass().add(style);
            signs.getChildren().add(label);
        }
    }
}
