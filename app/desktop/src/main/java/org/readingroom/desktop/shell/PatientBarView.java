package org.readingroom.desktop.shell;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.FlagBadges;

/// The bar at the top: who is on the screen, and who is signed in.
final class PatientBarView extends HBox {
    PatientBarView(ShellViewModel model, Words words) {
        getStyleClass().add("patient-bar");
        Label name = new Label();
        name.setId("patient-name");
        name.getStyleClass().add("patient-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label facts = new Label();
        facts.setMinWidth(Region.USE_PREF_SIZE);
        Label study = new Label();
        study.getStyleClass().add("quiet");
        model.patientProperty().subscribe(line -> {
            name.setText(line == null ? "" : line.name());
            facts.setText(line == null ? "" : line.facts());
            study.setText(line == null ? "" : line.study());
        });
        StackPane flags = new StackPane();
        flags.setId("patient-flags");
        Runnable mark = () -> {
            boolean isNamed = model.patientProperty().get() != null;
            flags.getChildren()
                    .setAll(new FlagBadges(isNamed ? model.flagsProperty().get() : Set.of(), words));
        };
        model.flagsProperty().subscribe(mark);
        model.patientProperty().subscribe(mark);
        words.messagesProperty().subscribe(mark);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        Label who = new Label();
        who.setId("signed-in-as");
        who.getStyleClass().add("quiet");
        who.setMinWidth(Region.USE_PREF_SIZE);
        who.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_OUTLINE));
        who.textProperty().bind(model.signedInAsProperty());
        getChildren().addAll(name, flags, facts, study, gap, critical(model), who);
    }

    /// There in every place while a critical value is open: quiet, near its limit, or over it.
    private static Pane critical(ShellViewModel model) {
        HBox place = new HBox();
        place.setAlignment(Pos.CENTER);
        Button button = new Button();
        button.setId("critical-sign");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        model.criticalProperty().subscribe(line -> {
            place.getChildren().setAll(line == null ? List.of() : List.of(button));
            if (line != null) {
                button.setText(line.text());
                button.getStyleClass().setAll("button", "bare", line.tone());
                button.setGraphic(Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE, line.tone()));
                button.setOnAction(event -> line.open().run());
                tip.setText(line.tip());
            }
        });
        return place;
    }
}
