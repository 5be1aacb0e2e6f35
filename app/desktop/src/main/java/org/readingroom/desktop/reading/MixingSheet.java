package org.readingroom.desktop.reading;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.viewer.model.Study;

/// Refuses to put another patient's pictures beside those being read, unless the reader says so knowingly.
// [impl->req~priors.mixing-refused~1]
public final class MixingSheet {
    private MixingSheet() {}

    /// `open` is done when the reader wants it all the same; closing the sheet leaves everything as it is.
    public static void show(SheetLayer sheets, Words words, Study current, Study stranger, Runnable open) {
        Label what = new Label(words.get("desktop.mixing.what"));
        what.setWrapText(true);
        HBox both = new HBox(
                24, side(words, "desktop.mixing.current", current), side(words, "desktop.mixing.other", stranger));
        Label after = new Label(words.get("desktop.mixing.after"));
        after.setWrapText(true);
        after.getStyleClass().add("quiet");
        VBox body = new VBox(16, what, both, after);
        body.getStyleClass().add("mixing-sheet");
        Button keep = new Button(words.get("desktop.mixing.keep"));
        keep.setId("mixing-keep");
        keep.getStyleClass().add("primary");
        keep.setOnAction(event -> sheets.close());
        Button mix = new Button(words.get("desktop.mixing.open"));
        mix.setId("mixing-open");
        mix.getStyleClass().add("danger");
        mix.setOnAction(event -> {
            sheets.close();
            open.run();
        });
        sheets.show("desktop.mixing.title", body, 720, 600, mix, keep);
        keep.requestFocus();
    }

    private static Node side(Words words, String titleKey, Study study) {
        Label title = new Label(words.get(titleKey));
        title.getStyleClass().addAll("quiet", "dense");
        Label name = new Label(PatientWords.name(words, study.patient()));
        name.getStyleClass().add("title");
        VBox side = new VBox(4, title, name);
        String born = study.patient().birthDate() == null
                ? words.get("desktop.mixing.birth-unknown")
                : words.get("desktop.mixing.born", study.patient().birthDate().toString());
        for (String line : List.of(PatientWords.facts(words, study), born, PatientWords.examination(study))) {
            Label label = new Label(line);
            label.setWrapText(true);
            side.getChildren().add(label);
        }
        side.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }
}
