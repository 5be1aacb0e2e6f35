package org.readingroom.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;

/// The line at the foot of the window.
final class StatusBarView extends HBox {
    StatusBarView(StatusViewModel model, Words words) {
        getStyleClass().add("status-bar");
        Label renderer = fact(model.rendererProperty());
        Label greys = fact(model.greysProperty());
        greys.setId("status-greys");
        Tooltip account = new Tooltip();
        account.textProperty().bind(model.greysTipProperty());
        greys.setTooltip(account);
        Label outbox = fact(model.outboxProperty());
        Label incoming = fact(model.incomingProperty());
        incoming.setId("status-incoming");
        incoming.getStyleClass().setAll("label", "attention");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);

        FontIcon mark = Icons.of(MaterialDesignI.INFORMATION_OUTLINE);
        Label message = new Label();
        message.setId("status-message");
        message.textProperty().bind(model.messageProperty());
        message.setGraphic(mark);
        shownWhileFilled(message, message.textProperty().isNotEmpty());
        model.toneProperty().subscribe(tone -> {
            String style =
                    tone == StatusViewModel.Tone.PLAIN ? "quiet" : tone.name().toLowerCase(java.util.Locale.ROOT);
            message.getStyleClass().removeAll("quiet", "done", "attention", "critical");
            message.getStyleClass().add(style);
            mark.getStyleClass().removeAll("quiet", "done", "attention", "critical");
            mark.getStyleClass().add(style);
            mark.setIconCode(
                    switch (tone) {
                        case PLAIN -> MaterialDesignI.INFORMATION_OUTLINE;
                        case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                        case ATTENTION -> MaterialDesignA.ALERT_OUTLINE;
                        case CRITICAL -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
                    });
        });

        Label work = new Label();
        work.setId("status-work");
        work.textProperty().bind(model.workProperty());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        Button cancel = new Button();
        cancel.setId("status-cancel");
        cancel.textProperty().bind(words.text("desktop.cancel"));
        cancel.setOnAction(event -> {
            Runnable action = model.cancelProperty().get();
            if (action != null) {
                action.run();
            }
        });
        var working = model.workProperty().isNotEmpty();
        shownWhileFilled(work, working);
        shownWhileFilled(bar, working);
        shownWhileFilled(cancel, model.cancelProperty().isNotNull());
        getChildren()
                .addAll(renderer, greys, new LinkSignsView(model), outbox, incoming, gap, message, work, bar, cancel);
    }

    private static Label fact(javafx.beans.property.StringProperty text) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        shownWhileFilled(label, text.isNotEmpty());
        return label;
    }

    private static void shownWhileFilled(Node node, javafx.beans.value.ObservableBooleanValue filled) {
        node.visibleProperty().bind(filled);
        node.managedProperty().bind(filled);
    }
}
