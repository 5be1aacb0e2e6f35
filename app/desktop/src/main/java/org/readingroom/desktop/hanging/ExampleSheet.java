package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.BodyRegion;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.LocalName;
import org.readingroom.viewer.hanging.ProtocolDefinition;

/// "Hang it like this from now on": asks for a name, and for which studies; Enter keeps it.
///
/// **Thread:** FX.
final class ExampleSheet {
    private static final int LONGEST_NAME = 80;

    private final ReadingDeskModel desk;
    private final ExampleRules rules;
    private final HangingShelfActions shelf;
    private final SheetLayer sheets;
    private final StatusViewModel status;
    private final Words words;

    ExampleSheet(
            ReadingDeskModel desk,
            HungSets sets,
            HangingShelfActions shelf,
            SheetLayer sheets,
            StatusViewModel status,
            Words words) {
        this.desk = desk;
        this.rules = new ExampleRules(desk, sets);
        this.shelf = shelf;
        this.sheets = sheets;
        this.status = status;
        this.words = words;
    }

    void show() {
        String modality = rules.modality();
        if (modality.isEmpty()) {
            return;
        }
        List<BodyRegion> regions = rules.regions();
        String procedure = rules.procedure();
        List<String> named =
                regions.stream().map(region -> words.get(region.messageKey())).toList();
        TextField name = new TextField((modality + " " + String.join(words.get("desk.corner.and"), named)).strip() + " "
                + desk.layoutProperty().get().label());
        name.setId("hanging-example-name");
        name.accessibleTextProperty().bind(words.text("desk.hanging.example.name"));
        Label applies = new Label();
        applies.textProperty().bind(words.text("desk.hanging.example.applies"));
        applies.getStyleClass().add("quiet");
        CheckBox ofModality = tick("modality", words.get("desk.hanging.reason.modality", modality), true);
        CheckBox ofRegion = tick(
                "region",
                words.get("desk.hanging.reason.region", String.join(words.get("desk.corner.and"), named)),
                !regions.isEmpty());
        ofRegion.setDisable(regions.isEmpty());
        CheckBox ofProcedure = tick("procedure", words.get("desk.hanging.reason.procedure", procedure), false);
        ofProcedure.setDisable(procedure.isEmpty());
        Runnable keep = () -> {
            String called = name.getText().strip();
            if (!called.isEmpty()) {
                sheets.close();
                keep(
                        called.substring(0, Math.min(called.length(), LONGEST_NAME)),
                        new ProtocolDefinition(
                                ofModality.isSelected() ? List.of(modality) : List.of(),
                                ofRegion.isSelected() ? regions : List.of(),
                                ofProcedure.isSelected() ? List.of(procedure) : List.of(),
                                "",
                                List.of(),
                                0));
            }
        };
        name.setOnAction(e -> keep.run());
        Button done = new Button();
        done.setId("hanging-example-keep");
        done.textProperty().bind(words.text("desk.hanging.example.keep"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desk.hanging.example.keep-tip"));
        done.setTooltip(tip);
        done.setOnAction(e -> keep.run());
        VBox body = new VBox(8, name, applies, ofModality, ofRegion, ofProcedure);
        body.getStyleClass().add("sheet-body");
        sheets.show("desk.hanging.example.title", body, 520, 400, done);
        name.requestFocus();
        name.selectAll();
    }

    private static CheckBox tick(String id, String text, boolean isOn) {
        CheckBox box = new CheckBox(text);
        box.setId("hanging-example-" + id);
        box.setSelected(isOn);
        return box;
    }

    private void keep(String name, ProtocolDefinition definition) {
        HangingProtocol made = new HangingProtocol(
                ProtocolShelf.newId(),
                LocalName.of(name),
                definition,
                rules.priors(),
                new ArrayList<>(List.of(rules.group(LocalName.of(name)))),
                false);
        if (shelf.change(state -> state.first(made))) {
            status.say(Tone.DONE, words.get("desk.hanging.example.kept", name));
        }
    }
}
