package org.readingroom.desktop.reporting;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.services.reading.LateWords.Late;

/// Words that came too late for their report, to be read and copied; each is put away once it is not needed.
///
/// **Thread:** FX.
public final class LateSheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private LateSheet() {}

    /// One writing with the name of who wrote it.
    public record Written(Late late, String name) {}

    public static Node of(List<Written> all, Words words, ZoneId zone, Consumer<Late> away) {
        VBox body = new VBox(8);
        body.getStyleClass().add("sheet-body");
        Label why = new Label(words.get("desktop.late.why"));
        why.setWrapText(true);
        body.getChildren().add(why);
        for (Written one : all) {
            Label who = new Label(words.get(
                    "desktop.late.of", one.name(), TIME.format(one.late().at().atZone(zone))));
            Button button = new Button(words.get("desktop.late.away"));
            button.getStyleClass().add("late-away");
            button.setTooltip(new Tooltip(words.get("desktop.late.away-tip")));
            button.setOnAction(event -> away.accept(one.late()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            TextArea text = new TextArea(text(one.late().words(), words));
            text.getStyleClass().add("late-words");
            text.setEditable(false);
            text.setWrapText(true);
            text.setAccessibleText(who.getText());
            VBox.setVgrow(text, Priority.ALWAYS);
            body.getChildren().addAll(new HBox(8, who, gap, button), text);
        }
        return body;
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
