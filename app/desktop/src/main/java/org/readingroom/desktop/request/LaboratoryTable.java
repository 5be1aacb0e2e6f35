package org.readingroom.desktop.request;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.ris.RequestForm.Laboratory;

/// Laboratory values line by line: name, value with its unit, range, time. What the laboratory calls abnormal carries
/// its letter before its colour.
final class LaboratoryTable extends GridPane {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /// **Source:** HL7 v3 ObservationInterpretation, the codes that are not to be called abnormal.
    private static final Set<String> NORMAL = Set.of("", "N", "IND", "NEG", "ND");

    /// The critical ones.
    private static final Set<String> CRITICAL = Set.of("HH", "LL", "AA");

    LaboratoryTable(List<Laboratory> values, Words words) {
        super(8, 2);
        setId("request-laboratory");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(name, new ColumnConstraints(), new ColumnConstraints(), new ColumnConstraints());
        for (int row = 0; row < values.size(); row++) {
            Laboratory value = values.get(row);
            String code = value.interpretation().strip();
            Label measured =
                    label((value.value() + " " + value.unit()).strip() + (NORMAL.contains(code) ? "" : "  " + code));
            if (!NORMAL.contains(code)) {
                measured.getStyleClass().add(CRITICAL.contains(code) ? "critical" : "attention");
                measured.setAccessibleText(words.get("desktop.request.abnormal", measured.getText()));
            }
            Label range = label(value.range());
            range.getStyleClass().add("quiet");
            Label at = label(value.at() == null ? "" : AT.format(value.at().atZone(ZoneId.systemDefault())));
            at.getStyleClass().add("quiet");
            Label called = label(value.name());
            called.setWrapText(true);
            addRow(row, called, measured, range, at);
        }
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("dense");
        return label;
    }
}
