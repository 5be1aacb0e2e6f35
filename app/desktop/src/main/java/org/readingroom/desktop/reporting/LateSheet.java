package org.readingroom.desktop.reporting;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.services.reading.LateWords.Late;

/// Words that came too late for their report, to be read and copied; each is put away once it is not needed. These are
/// the only copy, so the keyboard is in the text at first, and the button asks once more.
///
/// **Thread:** FX.
public final class LateSheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private LateSheet() {}

    /// One writing with the name of who wrote it, and whether the person here may put it away.
    public record Written(Late late, String name, boolean mayPutAway) {}

    public static Node of(List<Written> all, Words words, ZoneId zone, Consumer<Late> away) {
        VBox body = new VBox(8);
        body.getStyleClass().add("sheet-body");
        Label why = new Label(words.get("desktop.late.why"));
        why.setWrapText(true);
        body.getChildren().add(why);
        for (Written one : all) {
            Label who = new Label(words.get(
                    "desktop.late.of", one.name(), TIME.format(one.late().at().atZone(zone))));
            TextArea text = new TextArea(text(one.late().words(), words));
            text.getStyleClass().add("late-words");
            text.setEditable(false);
            text.setWrapText(true);
            text.setAccessibleText(who.getText());
            VBox.setVgrow(text, Priority.ALWAYS);
            body.getChildren().addAll(who, text);
            if (one.mayPutAway()) {
                HBox foot = new HBox(button(words, () -> away.accept(one.late())));
                foot.setAlignment(Pos.CENTER_RIGHT);
                body.getChildren().add(foot);
            }
        }
        return body;
    }

    /// Asks with its own words before `away`; a double click is one press, and who goes elsewhere has taken it back.
    private static Button button(Words words, Runnable away) {
        Button button = new Button(words.get("desktop.late.away"));
        button.getStyleClass().add("late-away");
        button.setTooltip(new Tooltip(words.get("desktop.late.away-tip")));
        boolean[] isAsked = new boolean[1];
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1) {
                event.consume();
            }
        });
        button.focusedProperty().subscribe(isFocused -> {
            if (!isFocused) {
                isAsked[0] = false;
                button.setText(words.get("desktop.late.away"));
            }
        });
        button.setOnAction(event -> {
            boolean isSure = isAsked[0];
            isAsked[0] = !isSure;
            button.setText(words.get(isSure ? "desktop.late.away" : "desktop.late.again"));
            if (isSure) {
                away.run();
            }
        });
        return button;
    }

    private static String text(Report report, Words words) {
        StringBuilder text = new StringBuilder();
        for (Section section : report.sections()) {
            if (!section.isBlank()) {
                text.append(words.get(section.kind().messageKey()))
                        .append('\n')
                        .append(report.text(section.kind()).strip())
                        .append("\n\n");
            }
        }
        return text.toString().stripTrailing();
    }
}
