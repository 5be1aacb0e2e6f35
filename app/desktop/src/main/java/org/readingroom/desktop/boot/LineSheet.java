package org.readingroom.desktop.boot;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.KeyImage;

/// A sheet that asks for one line; Enter keeps it, Escape leaves everything as it was.
final class LineSheet {
    private LineSheet() {}

    static void show(
            SheetLayer sheets, Words words, String titleKey, String promptKey, String before, Consumer<String> kept) {
        TextField line = new TextField(before);
        line.setId("line-sheet");
        line.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= KeyImage.LONGEST_NOTE ? change : null));
        line.promptTextProperty().bind(words.text(promptKey));
        line.accessibleTextProperty().bind(words.text(promptKey));
        Runnable keep = () -> {
            String text = line.getText();
            sheets.close();
            kept.accept(text);
        };
        line.setOnAction(event -> keep.run());
        Button done = new Button();
        done.setId("line-sheet-keep");
        done.textProperty().bind(words.text("desktop.line.keep"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.line.keep-tip"));
        done.setTooltip(tip);
        done.setOnAction(event -> keep.run());
        VBox body = new VBox(line);
        body.getStyleClass().add("sheet-body");
        sheets.show(titleKey, body, 520, 200, done);
        line.requestFocus();
        line.end();
    }
}
