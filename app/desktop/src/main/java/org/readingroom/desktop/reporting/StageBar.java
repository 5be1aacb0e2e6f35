package org.readingroom.desktop.reporting;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Words;

/// The line above the report that says how far it is and what this person may do next.
///
/// **Thread:** FX.
// [impl->req~report.workflow.stage-bar~1]
public final class StageBar extends FlowPane {
    private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

    private final Words words;
    private final Line standing = new Line();

    /// A line that wraps where the bar ends: by itself a bar that flows asks for the room of the longest line.
    private final class Line extends Label {
        @Override
        protected double computePrefWidth(double height) {
            double room =
                    StageBar.this.getWidth() - StageBar.this.snappedLeftInset() - StageBar.this.snappedRightInset();
            return room > 0 ? Math.min(super.computePrefWidth(height), room) : super.computePrefWidth(height);
        }
    }

    public StageBar(Words words) {
        super(8, 4);
        this.words = words;
        setId("stage-bar");
        getStyleClass().add("report-strip");
        setAlignment(Pos.CENTER_LEFT);
        standing.setId("stage-standing");
        standing.setWrapText(true);
        setMinWidth(0);
        widthProperty().subscribe(standing::requestLayout);
    }

    /// Says where `course` stands, with a button for each of `acts` that can be done now.
    public void show(String line, boolean isAttention, List<Command> acts) {
        getChildren().setAll(standing);
        standing.setText(line);
        standing.getStyleClass().removeAll("attention");
        if (isAttention) {
            standing.getStyleClass().add("attention");
        }
        pseudoClassStateChanged(ATTENTION, isAttention);
        for (Command act : acts) {
            Button button = new Button(words.get(act.titleKey()));
            button.setId("stage-" + act.id().replace('.', '-'));
            button.setOnAction(event -> act.action().run());
            CommandTips.install(button, act, words);
            getChildren().add(button);
        }
    }
}
