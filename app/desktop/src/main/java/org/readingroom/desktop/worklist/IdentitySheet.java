package org.readingroom.desktop.worklist;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;

/// Warns that the pictures are not of whom the order names, fact by fact; what differs is marked by a sign and a
/// colour.
// [impl->req~worklist.identity~1]
public final class IdentitySheet {
    private final Words words;
    private final GridPane grid = new GridPane(24, 6);

    private IdentitySheet(Words words) {
        this.words = words;
    }

    /// `open` is done when the reader wants it all the same; closing the sheet leaves everything as it is.
    public static void show(SheetLayer sheets, Words words, Order order, Study study, Runnable open) {
        Label what = new Label(words.get(IdentityDifference.of(order, study).messageKey()));
        what.setId("identity-what");
        what.setWrapText(true);
        IdentitySheet sheet = new IdentitySheet(words);
        sheet.fill(order, study);
        VBox body = new VBox(16, what, sheet.grid);
        body.getStyleClass().add("sheet-body");
        Button keep = new Button(words.get("desktop.identity.keep"));
        keep.setId("identity-keep");
        keep.getStyleClass().add("primary");
        keep.setOnAction(event -> sheets.close());
        Button anyway = new Button(words.get("desktop.identity.open"));
        anyway.setId("identity-open");
        anyway.getStyleClass().add("danger");
        anyway.setOnAction(event -> {
            sheets.close();
            open.run();
        });
        sheets.show("desktop.identity.title", body, 720, 520, anyway, keep);
        keep.requestFocus();
    }

    private void fill(Order order, Study study) {
        ColumnConstraints label = new ColumnConstraints(96);
        ColumnConstraints side = new ColumnConstraints();
        side.setHgrow(Priority.ALWAYS);
        side.setPercentWidth(38);
        grid.getColumnConstraints().addAll(label, side, side);
        grid.add(quiet("desktop.identity.order"), 1, 0);
        grid.add(quiet("desktop.identity.pictures"), 2, 0);
        Patient asked = order.patient();
        Patient taken = study.patient();
        line(1, "desktop.column.name", PatientWords.name(words, asked), PatientWords.name(words, taken));
        line(2, "desktop.identity.latin", PatientWords.latin(asked), PatientWords.latin(taken));
        line(3, "desktop.column.id", asked.id().value(), taken.id().value());
        line(4, "desktop.identity.birth", text(asked.birthDate()), text(taken.birthDate()));
        line(5, "desktop.column.sex", PatientWords.sex(words, asked), PatientWords.sex(words, taken));
        line(6, "desktop.preview.accession", order.accessionNumber(), study.accessionNumber());
        // two systems word what was done in their own ways: shown, not held against each other
        grid.addRow(
                7, quiet("desktop.column.description"), new Label(order.description()), new Label(study.description()));
    }

    private void line(int row, String key, String ordered, String taken) {
        if (ordered.isBlank() && taken.isBlank()) {
            return;
        }
        boolean isOther =
                !ordered.isBlank() && !taken.isBlank() && !ordered.strip().equalsIgnoreCase(taken.strip());
        Label right = new Label((isOther ? "≠  " : "") + (taken.isBlank() ? "–" : taken));
        right.setWrapText(true);
        if (isOther) {
            right.getStyleClass().add("critical");
        }
        Label left = new Label(ordered.isBlank() ? "–" : ordered);
        left.setWrapText(true);
        grid.addRow(row, quiet(key), left, right);
    }

    private Label quiet(String key) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
