package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.Peer;
import org.readingroom.services.print.FilmChoices;
import org.readingroom.services.print.FilmPrinter;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;

/// The fields of one film printer.
final class PrinterForm extends GridPane {
    private final Words words;
    private final TextField name = field("name");
    private final TextField aeTitle = field("ae");
    private final TextField host = field("host");
    private final TextField port = field("port");
    private final TextField callingAe = field("calling");
    private final CheckBox tls = check("tls");
    private final TextField trust = field("trust");
    private final CheckBox colour = check("colour");
    private final CheckBox twelve = check("twelve");
    private final Map<PageSize, CheckBox> sizes = new LinkedHashMap<>();
    private final ComboBox<String> medium = box("medium", List.of("", "PAPER", "CLEAR FILM", "BLUE FILM"));
    private final ComboBox<String> destination = box("destination", List.of("", "MAGAZINE", "PROCESSOR"));
    private final ComboBox<String> magnification =
            box("magnification", List.of("", "REPLICATE", "BILINEAR", "CUBIC", "NONE"));
    private final TextField minDensity = field("min-density");
    private final TextField maxDensity = field("max-density");
    private final CheckBox reversed = check("reversed");
    private final CheckBox trimmed = check("trimmed");
    private int row;

    PrinterForm(Words words) {
        this.words = words;
        setId("printer-form");
        setHgap(10);
        setVgap(6);
        line("name", name);
        line("ae", aeTitle);
        line("host", host);
        line("port", port);
        line("calling", callingAe);
        line("tls", tls);
        line("trust", trust);
        line("colour", colour);
        line("twelve", twelve);
        FlowPane films = new FlowPane(8, 4);
        for (PageSize size : PageSize.values()) {
            CheckBox each = new CheckBox(size.label());
            sizes.put(size, each);
            films.getChildren().add(each);
        }
        line("sizes", films);
        line("medium", medium);
        line("destination", destination);
        line("magnification", magnification);
        line("min-density", minDensity);
        line("max-density", maxDensity);
        line("reversed", reversed);
        line("trimmed", trimmed);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId("printer-" + id);
        field.setPrefColumnCount(24);
        return field;
    }

    private static CheckBox check(String id) {
        CheckBox box = new CheckBox();
        box.setId("printer-" + id);
        return box;
    }

    /// The terms of the standard; a printer may have others of its own.
    private static ComboBox<String> box(String id, List<String> terms) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("printer-" + id);
        box.setEditable(true);
        box.getItems().setAll(terms);
        return box;
    }

    private void line(String key, Node control) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(words.text("desktop.printers." + key));
        if (control instanceof Control labelled) {
            label.setLabelFor(labelled);
        }
        GridPane.setHgrow(control, Priority.ALWAYS);
        addRow(row++, label, control);
    }

    /// Empty fields with what most printers have.
    void blank() {
        name.clear();
        aeTitle.clear();
        host.clear();
        port.setText("104");
        callingAe.setText(AeTitle.OURS.value());
        tls.setSelected(false);
        trust.clear();
        colour.setSelected(false);
        twelve.setSelected(false);
        sizes.forEach((size, box) -> box.setSelected(size == PageSize.FILM_14X17));
        habits(FilmChoices.USUAL);
    }

    void show(FilmPrinter printer) {
        name.setText(printer.name());
        aeTitle.setText(printer.peer().aeTitle().value());
        host.setText(printer.peer().host());
        port.setText(String.valueOf(printer.peer().port()));
        callingAe.setText(printer.callingAe().value());
        tls.setSelected(printer.isEncrypted());
        trust.setText(printer.trust());
        colour.setSelected(printer.isColour());
        twelve.setSelected(printer.bits() == 12);
        sizes.forEach((size, box) -> box.setSelected(printer.sizes().contains(size)));
        habits(printer.choices());
    }

    private void habits(FilmChoices choices) {
        medium.setValue(choices.mediumType());
        destination.setValue(choices.destination());
        magnification.setValue(choices.magnification());
        minDensity.setText(choices.minDensity() == 0 ? "" : String.valueOf(choices.minDensity()));
        maxDensity.setText(choices.maxDensity() == 0 ? "" : String.valueOf(choices.maxDensity()));
        reversed.setSelected(choices.isReversed());
        trimmed.setSelected(choices.isTrimmed());
    }

    /// What the fields say.
    ///
    /// **Errors:** in words, for what is no printer.
    FilmPrinter read() throws WorkstationException {
        List<PageSize> films = new ArrayList<>();
        sizes.forEach((size, box) -> {
            if (box.isSelected()) {
                films.add(size);
            }
        });
        if (name.getText().isBlank()) {
            throw new WorkstationException("desktop.printers.no-name", "a printer without a name");
        }
        if (films.isEmpty()) {
            throw new WorkstationException("desktop.printers.no-films", "a printer without films");
        }
        return new FilmPrinter(
                name.getText().strip(),
                Peer.of(aeTitle.getText(), host.getText(), number(port, 0, 65_535)),
                AeTitle.of(callingAe.getText()),
                tls.isSelected(),
                trust.getText().strip(),
                colour.isSelected(),
                twelve.isSelected() ? 12 : 8,
                films,
                new FilmChoices(
                        1,
                        term(medium),
                        term(destination),
                        term(magnification),
                        number(minDensity, 0, 500),
                        number(maxDensity, 0, 500),
                        reversed.isSelected(),
                        trimmed.isSelected()));
    }

    private static String term(ComboBox<String> box) {
        String typed = box.getEditor().getText();
        return typed == null ? "" : typed.strip().toUpperCase(java.util.Locale.ROOT);
    }

    private static int number(TextField field, int otherwise, int most) throws WorkstationException {
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(typed);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WorkstationException(
                "desktop.printers.no-number", List.of(typed, most), "no number in a field", null);
    }
}
