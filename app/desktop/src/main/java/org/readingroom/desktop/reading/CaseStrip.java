package org.readingroom.desktop.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;

/// The line above the report that says who holds the case, where it is not plainly the reader's own, and what can be
/// done about it.
public final class CaseStrip extends FlowPane {
    private final CaseModel model;
    private final Words words;
    private final Label what = new Label();
    private final Button claim;
    private final Button overrule;

    public CaseStrip(CaseModel model, Words words, Command claim, Command overrule) {
        super(8, 4);
        this.model = model;
        this.words = words;
        this.claim = button("case-claim", claim, "desktop.case.claim");
        this.overrule = button("case-overrule", overrule, "desktop.case.overrule");
        setId("case-strip");
        getStyleClass().add("case-strip");
        setAlignment(Pos.CENTER_LEFT);
        what.setId("case-hold");
        what.setWrapText(true);
        what.getStyleClass().add("attention");
        getChildren().addAll(what, this.claim, this.overrule);
        managedProperty().bind(visibleProperty());
        model.holdProperty().subscribe(this::show);
        words.messagesProperty().subscribe(this::show);
    }

    private void show() {
        boolean isOther = false;
        setVisible(true);
        switch (model.holdProperty().get()) {
            case CaseHold.Other other -> {
                isOther = true;
                say(MaterialDesignL.LOCK_OUTLINE, words.get("desktop.case.other", other.name()));
            }
            case CaseHold.Finished other ->
                say(MaterialDesignL.LOCK_OUTLINE, words.get("desktop.case.finished", other.name()));
            case CaseHold.Overruled other ->
                say(MaterialDesignP.PENCIL_LOCK_OUTLINE, words.get("desktop.case.overruled", other.name()));
            case CaseHold.Mine mine
            when !mine.isConfirmed() -> say(MaterialDesignC.CLOUD_QUESTION, words.get("desktop.case.unconfirmed"));
            default -> setVisible(false);
        }
        for (Button button : new Button[] {claim, overrule}) {
            button.setVisible(isOther);
            button.setManaged(isOther);
        }
    }

    private void say(org.kordamp.ikonli.Ikon icon, String text) {
        what.setGraphic(Icons.of(icon, "attention"));
        what.setText(text);
    }

    private Button button(String id, Command command, String textKey) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(words.text(textKey));
        CommandTips.install(button, command, words);
        button.setOnAction(event -> command.action().run());
        return button;
    }
}
