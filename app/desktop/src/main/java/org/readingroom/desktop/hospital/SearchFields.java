package org.readingroom.desktop.hospital;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.model.WorkstationException;

/// What to look for in the archive, typed by a person; Enter in any field looks.
final class SearchFields extends GridPane {
    private final TextField name = field("name", 14);
    private final TextField id = field("id", 12);
    private final TextField accession = field("accession", 12);
    private final TextField from = field("from", 8);
    private final TextField to = field("to", 8);
    private final TextField modality = field("modality", 6);

    SearchFields(Words words, Runnable search) {
        setHgap(8);
        setVgap(4);
        int column = 0;
        for (TextField each : List.of(name, id, accession, from, to, modality)) {
            String key = "desktop.search." + each.getId().substring("search-".length());
            Label label = new Label();
            label.getStyleClass().addAll("quiet", "dense");
            label.textProperty().bind(words.text(key));
            label.setLabelFor(each);
            each.promptTextProperty().bind(words.text(key + "-prompt"));
            each.setOnAction(event -> search.run());
            addColumn(column++, label, each);
        }
    }

    private static TextField field(String id, int columns) {
        TextField field = new TextField();
        field.setId("search-" + id);
        field.setPrefColumnCount(columns);
        return field;
    }

    void begin() {
        name.requestFocus();
    }

    /// What is typed. A name without a star finds those that begin with it.
    ///
    /// **Errors:** `desktop.search.no-date` for what is none, `desktop.search.nothing` when nothing is asked for:
    /// nobody wants a whole archive.
    StudyQuery query() throws WorkstationException {
        String who = name.getText().strip();
        String begins = who.isEmpty() || who.contains("*") || who.contains("?") ? who : who + "*";
        List<String> modalities = modalities();
        LocalDate first = date(from);
        LocalDate last = date(to);
        boolean isAnything =
                Stream.of(begins, id.getText(), accession.getText()).anyMatch(text -> !text.isBlank())
                        || first != null
                        || last != null;
        if (!isAnything) {
            throw new WorkstationException("desktop.search.nothing", "a search for everything");
        }
        return new StudyQuery(id.getText().strip(), begins, accession.getText().strip(), first, last, modalities, null);
    }

    private List<String> modalities() {
        List<String> all = new ArrayList<>();
        Arrays.stream(modality.getText().split("[\\s,，、;\\\\]+"))
                .filter(each -> !each.isBlank())
                .forEach(each -> all.add(each.strip().toUpperCase(Locale.ROOT)));
        return all;
    }

    private static @Nullable LocalDate date(TextField field) throws WorkstationException {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            return null;
        }
        Optional<LocalDate> date = DicomTimes.date(typed);
        if (date.isEmpty()) {
            throw new WorkstationException("desktop.search.no-date", List.of(typed), "no date", null);
        }
        return date.get();
    }
}
