package org.readingroom.desktop.reporting;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.register.Outcome;
import org.readingroom.report.register.RegisterEntry;

/// One row a use: the case, what was suggested, by whom it was accepted, edited or rejected, what was signed, and the
/// follow-up of the case.
///
/// **Thread:** FX.
final class RegisterTable extends TableView<RegisterEntry> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    RegisterTable(RegisterDesk.Stand stand, Words words) {
        setId("register-table");
        getItems().setAll(stand.entries());
        setPlaceholder(new Label(words.get("desktop.register.none")));
        column(words, "at", 120, row -> TIME.format(row.at().atZone(ZoneId.systemDefault())));
        column(words, "accession", 90, row -> row.study().accessionNumber());
        column(words, "source", 110, row -> row.source() + " " + row.sourceVersion());
        column(words, "act", 80, row -> words.get(row.kind().messageKey()));
        column(words, "distance", 50, row -> Integer.toString(row.editDistance()));
        column(words, "suggested", 210, RegisterEntry::suggested);
        column(words, "words", 210, RegisterEntry::words);
        column(words, "who", 90, RegisterEntry::who);
        column(words, "outcome", 100, row -> followUp(row, stand, words));
        getSelectionModel().selectFirst();
    }

    /// What the follow-up of the case found; a signed case without one is open.
    static String followUp(RegisterEntry row, RegisterDesk.Stand stand, Words words) {
        Outcome outcome = stand.outcomes().get(row.report());
        if (outcome != null) {
            return words.get(outcome.finding().messageKey());
        }
        return row.isSigned() ? words.get("report.register.outcome.open") : "";
    }

    private void column(Words words, String key, double width, Function<RegisterEntry, String> text) {
        TableColumn<RegisterEntry, String> column = new TableColumn<>(words.get("desktop.register.column." + key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        getColumns().add(column);
    }
}
