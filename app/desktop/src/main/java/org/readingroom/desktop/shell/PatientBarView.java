package org.readingroom.desktop.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;

/// The bar at the top: who is on the screen, and who is signed in.
final class PatientBarView extends HBox {
    PatientBarView(ShellViewModel model) {
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
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        Label who = new Label();
        who.setId("signed-in-as");
        who.getStyleClass().add("quiet");
        who.setMinWidth(Region.USE_PREF_SIZE);
        who.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_OUTLINE));
        who.textProperty().bind(model.signedInAsProperty());
        getChildren().addAll(name, facts, study, gap, who);
    }
}
