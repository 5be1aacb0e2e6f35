package org.readingroom.desktop.reading;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.ConflictsModel.Choice;
import org.readingroom.report.merge.MergeConflict;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.services.reading.IncomingChange;

/// One conflict: what was written here at the left, at the hospital at the right, above both what they started from.
///
/// Takes the keyboard: the arrow to the left or 1 chooses what is here, the one to the right or 2 what is there.
// [impl->req~report.conflicts~1]
final class ConflictBox extends VBox {
    private final Words words;
    private final ConflictsModel model;
    private final int at;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton mine;
    private final ToggleButton theirs;

    ConflictBox(Words words, IncomingChange change, ConflictsModel model, int at) {
        super(6);
        this.words = words;
        this.model = model;
        this.at = at;
        this.mine = choice(Choice.MINE);
        this.theirs = choice(Choice.THEIRS);
        setId("conflict-" + at);
        getStyleClass().add("conflict");
        setFocusTraversable(true);
        MergeConflict conflict = model.conflicts().get(at);
        boolean isOrder = conflict.kind() == MergeConflict.Kind.ORDER;
        Label section = new Label(words.get(
                "desktop.conflicts.heading",
                words.get(conflict.section().messageKey()),
                words.get(conflict.kind().messageKey())));
        section.getStyleClass().add("heading");
        Label before = wrapped(words.get(
                "desktop.conflicts.before",
                isOrder ? change.ground().text(conflict.section()).strip() : shown(conflict.base())));
        before.getStyleClass().addAll("quiet", "dense");
        GridPane sides = new GridPane(16, 6);
        sides.getColumnConstraints().addAll(half(), half());
        sides.addRow(
                0,
                side(isOrder ? change.mine().text(conflict.section()).strip() : shown(conflict.mine())),
                side(isOrder ? change.theirs().text(conflict.section()).strip() : shown(conflict.theirs())));
        sides.addRow(1, mine, theirs);
        getChildren().addAll(section, before, sides);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.DIGIT1) {
            choose(Choice.MINE);
        } else if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DIGIT2) {
            choose(Choice.THEIRS);
        } else {
            return;
        }
        event.consume();
    }

    private void choose(Choice choice) {
        if (model.mayChoose(at, choice)) {
            model.choose(at, choice);
            (choice == Choice.MINE ? mine : theirs).setSelected(true);
        }
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private static Node side(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("conflict-words");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private ToggleButton choice(Choice choice) {
        String name = choice.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton(words.get("desktop.conflicts." + name));
        button.setId("conflict-" + at + "-" + name);
        button.setToggleGroup(group);
        button.setDisable(!model.mayChoose(at, choice));
        button.setTooltip(new Tooltip(words.get("desktop.conflicts." + name + "-tip")));
        // pressed once more it stays chosen
        button.setOnAction(event -> {
            button.setSelected(true);
            choose(choice);
        });
        return button;
    }

    private String shown(@Nullable ReportSentence sentence) {
        return sentence == null || sentence.words().isEmpty()
                ? words.get("desktop.conflicts.nothing")
                : sentence.words();
    }

    static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
