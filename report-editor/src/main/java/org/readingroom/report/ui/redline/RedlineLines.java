package org.readingroom.report.ui.redline;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.redline.Piece;
import org.readingroom.report.redline.Piece.Act;
import org.readingroom.report.redline.RedlineWords;
import org.readingroom.report.redline.SentenceChange;
import org.readingroom.report.redline.SentenceChange.Kind;

/// One sentence of a redline on the screen: what went is struck, what came is underlined, and below stands who did it.
final class RedlineLines {
    private final RedlineWords words;

    RedlineLines(RedlineWords words) {
        this.words = words;
    }

    Node inline(SentenceChange change) {
        return whole(change, flow(change, Set.of(Act.KEPT, Act.REMOVED, Act.ADDED)));
    }

    /// The old words left, the new ones right.
    Node beside(SentenceChange change) {
        boolean isWas = change.kind() != Kind.ADDED && change.kind() != Kind.MOVED_HERE;
        boolean isNow = change.kind() != Kind.REMOVED && change.kind() != Kind.MOVED_AWAY;
        GridPane sides = new GridPane();
        sides.getStyleClass().add("redline-sides");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        sides.getColumnConstraints().setAll(half, half);
        sides.addRow(
                0,
                isWas ? flow(change, Set.of(Act.KEPT, Act.REMOVED)) : new TextFlow(),
                isNow ? flow(change, Set.of(Act.KEPT, Act.ADDED)) : new TextFlow());
        return whole(change, sides);
    }

    private Node whole(SentenceChange change, Node text) {
        VBox line = new VBox(text);
        line.getStyleClass().add(change.kind() == Kind.SAME ? "redline-same" : "redline-change");
        String note = words.note(change);
        if (!note.isEmpty()) {
            line.getChildren().add(quiet(note));
        }
        List<String> evidence = words.evidence(change);
        evidence.forEach(one -> line.getChildren().add(quiet(one)));
        return line;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("report-quiet");
        label.setWrapText(true);
        return label;
    }

    private static TextFlow flow(SentenceChange change, Set<Act> shown) {
        TextFlow flow = new TextFlow();
        boolean isMachine = change.after() != null && change.after().origin() == SentenceOrigin.MACHINE;
        for (Piece piece : change.pieces()) {
            if (!shown.contains(piece.act())) {
                continue;
            }
            boolean isKept = piece.act() == Act.KEPT || piece.text().isBlank();
            Text text = new Text(piece.text().replace("\n", " "));
            text.getStyleClass().add("redline-text");
            if (!isKept) {
                text.getStyleClass().add(piece.act() == Act.REMOVED ? "redline-removed" : "redline-added");
                text.setStrikethrough(piece.act() == Act.REMOVED);
                text.setUnderline(piece.act() == Act.ADDED);
            }
            if (isMachine) {
                text.getStyleClass().add("redline-machine");
            }
            flow.getChildren().add(text);
        }
        return flow;
    }
}
