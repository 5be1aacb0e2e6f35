package org.readingroom.desktop.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Insets;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.phrase.Phrase;

/// The fields of one phrase.
///
/// **Thread:** FX.
final class PhraseForm extends GridPane {
    private final TextField title = new TextField();
    private final TextField shortcut = new TextField();
    private final TextField folder = new TextField();
    private final ChoiceBox<ReportLanguage> language = new ChoiceBox<>();
    private final TextArea text = new TextArea();
    private String id = "";

    PhraseForm(Words words) {
        setHgap(12);
        setVgap(8);
        setPadding(new Insets(0, 0, 0, 12));
        title.setId("phrase-title");
        shortcut.setId("phrase-shortcut");
        shortcut.setPromptText(words.get("desktop.phrases.shortcut-prompt"));
        folder.setId("phrase-folder");
        folder.setPromptText(words.get("desktop.phrases.folder-prompt"));
        text.setId("phrase-text");
        text.setPromptText(words.get("desktop.phrases.text-prompt"));
        text.setWrapText(true);
        text.setPrefRowCount(8);
        setVgrow(text, Priority.ALWAYS);
        setHgrow(text, Priority.ALWAYS);
        language.getItems().setAll(ReportLanguage.values());
        language.setConverter(new StringConverter<>() {
            @Override
            public String toString(ReportLanguage value) {
                return value == null ? "" : words.get("desktop.phrases.language." + value.code());
            }

            @Override
            public ReportLanguage fromString(String name) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        });
        addRow(0, new Label(words.get("desktop.phrases.title-field")), title);
        addRow(1, new Label(words.get("desktop.phrases.shortcut-field")), shortcut);
        addRow(2, new Label(words.get("desktop.phrases.folder-field")), folder);
        addRow(3, new Label(words.get("desktop.phrases.language-field")), language);
        addRow(4, new Label(words.get("desktop.phrases.text-field")), text);
    }

    /// Shows `phrase`, to be changed.
    void show(Phrase phrase) {
        id = phrase.id();
        title.setText(phrase.title());
        shortcut.setText(phrase.shortcut());
        folder.setText(String.join("/", phrase.path()));
        language.setValue(phrase.language());
        text.setText(phrase.text());
    }

    /// Begins a new one with `words` in it.
    void begin(String words, ReportLanguage of) {
        id = UUID.randomUUID().toString();
        title.setText(words.codePoints()
                .limit(12)
                .filter(letter -> letter != '\n')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        shortcut.clear();
        folder.clear();
        language.setValue(of);
        text.setText(words);
        title.requestFocus();
        title.selectAll();
    }

    String id() {
        return id;
    }

    /// What the fields say; nothing when it is no phrase.
    Optional<Phrase> phrase() {
        List<String> path = Arrays.stream(folder.getText().split("/"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        try {
            return Optional.of(new Phrase(
                    id,
                    path,
                    title.getText().strip(),
                    shortcut.getText().strip(),
                    language.getValue(),
                    text.getText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
