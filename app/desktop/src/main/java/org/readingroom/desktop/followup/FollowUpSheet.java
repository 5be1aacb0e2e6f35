package org.readingroom.desktop.followup;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionReading;
import org.readingroom.viewer.recist.LesionRole;
import org.readingroom.viewer.recist.LesionState;
import org.readingroom.viewer.recist.RecistTable;

/// The lesions of the patient against the studies, with sums and the computed proposal.
///
/// **Thread:** FX.
// [impl->req~recist.table~1]
public final class FollowUpSheet {
    private final FollowUpModel model;
    private final Words words;
    private final FollowUpWords texts;
    private final GridPane grid = new GridPane();
    private final VBox notes = new VBox(4);
    private final Node body;

    public FollowUpSheet(FollowUpModel model, Words words) {
        this.model = model;
        this.words = words;
        this.texts = new FollowUpWords(words);
        grid.setId("recist-table");
        grid.setHgap(20);
        grid.setVgap(6);
        VBox all = new VBox(12, grid, notes);
        all.setPadding(new Insets(12));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        body = scroll;
        model.refresh();
        fill();
        WhileShown.follow(scroll, () -> {
            fill();
            return model.followUpProperty()
                    .subscribe((before, now) -> fill())
                    .and(words.messagesProperty().subscribe((before, now) -> fill()));
        });
    }

    /// What goes into the sheet.
    public Node body() {
        return body;
    }

    /// The table as text, its cells parted by tabs.
    public String text() {
        return texts.text(model.table());
    }

    private void fill() {
        RecistTable table = model.table();
        grid.getChildren().clear();
        notes.getChildren().clear();
        if (table.followUp().lesions().isEmpty()) {
            notes.getChildren().add(quiet(words.get("desktop.recist.empty")));
            return;
        }
        int row = 0;
        row = line(row, new FollowUpWords.Row("", texts.dates(table)), "quiet");
        List<FollowUpWords.Row> lesions = texts.lesions(table);
        for (int i = 0; i < lesions.size(); i++) {
            Lesion lesion = table.followUp().lesions().get(i);
            int at = row;
            row = line(row, lesions.get(i), "");
            model.currentStudy().ifPresent(study -> controls(lesion, study, table, at));
        }
        for (FollowUpWords.Row sum : texts.sums(table)) {
            row = line(row, sum, "strong");
        }
        texts.notes(table).forEach(note -> notes.getChildren().add(new Label("• " + note)));
        notes.getChildren().add(quiet(words.get("desktop.recist.proposal")));
    }

    private int line(int row, FollowUpWords.Row content, String style) {
        grid.add(new Label(content.name()), 0, row);
        for (int i = 0; i < content.cells().size(); i++) {
            Label cell = new Label(content.cells().get(i));
            if (!style.isEmpty()) {
                cell.getStyleClass().add(style);
            }
            grid.add(cell, i + 1, row);
        }
        return row + 1;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    /// What can be said of a lesion that has no mark in the study that is read, and how to take it off the
    /// list.
    private void controls(Lesion lesion, StudyUid study, RecistTable table, int row) {
        int column = table.columns().size() + 1;
        LesionState now = lesion.in(study).map(LesionReading::state).orElse(LesionState.NOT_EVALUATED);
        if (now != LesionState.MEASURED) {
            ChoiceBox<LesionState> choice = new ChoiceBox<>();
            choice.getItems().setAll(states(lesion.role()));
            choice.setConverter(new StringConverter<>() {
                @Override
                public String toString(LesionState state) {
                    return state == null ? "" : words.get("desktop.recist.state." + state.code());
                }

                @Override
                public LesionState fromString(String text) {
                    throw new UnsupportedOperationException("chosen, not typed");
                }
            });
            choice.setValue(now);
            choice.setId("recist-state-" + lesion.name());
            choice.setTooltip(new Tooltip(words.get("desktop.recist.state-tip", lesion.name())));
            choice.valueProperty().subscribe((before, state) -> {
                if (state != null && state != now) {
                    model.see(lesion, state);
                }
            });
            grid.add(choice, column, row);
        }
        Button remove = new Button(null, Icons.of(MaterialDesignD.DELETE_OUTLINE));
        remove.getStyleClass().add("bare");
        remove.setTooltip(new Tooltip(words.get("desktop.recist.remove", lesion.name())));
        remove.setAccessibleText(words.get("desktop.recist.remove", lesion.name()));
        remove.setOnAction(event -> model.remove(lesion));
        grid.add(remove, column + 1, row);
    }

    private static List<LesionState> states(LesionRole role) {
        return role == LesionRole.TARGET
                ? List.of(LesionState.NOT_EVALUATED, LesionState.TOO_SMALL, LesionState.ABSENT)
                : List.of(LesionState.NOT_EVALUATED, LesionState.PRESENT, LesionState.ABSENT, LesionState.PROGRESSION);
    }
}
