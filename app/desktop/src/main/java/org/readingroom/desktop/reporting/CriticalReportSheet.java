package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalDictionary;
import org.readingroom.report.critical.CriticalEntry;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// What was found, and under which entry of the dictionary: the likeliest is chosen, Enter reports it.
public final class CriticalReportSheet {
    private final CriticalDictionary dictionary;
    private final StudyIdentity study;
    private final String report;
    private final String sentence;
    private final TextArea finding = new TextArea();
    private final ListView<CriticalEntry> entries = new ListView<>();
    private final VBox body = new VBox(8);
    private final Label refusal = new Label();

    public CriticalReportSheet(
            CriticalDictionary dictionary,
            boolean isFileBroken,
            StudyIdentity study,
            String report,
            String sentence,
            String said,
            Words words,
            Runnable confirm) {
        this.dictionary = dictionary;
        this.study = study;
        this.report = report;
        this.sentence = sentence;
        finding.setId("critical-finding");
        finding.setText(said.strip());
        finding.setWrapText(true);
        finding.setPrefRowCount(3);
        finding.textProperty().subscribe((before, now) -> propose());
        entries.setId("critical-entries");
        entries.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(CriticalEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(
                        empty || entry == null
                                ? ""
                                : words.get(
                                        "desktop.critical.entry",
                                        entry.name(ReportLanguage.of(words.locale())),
                                        entry.limits().notified().toMinutes()));
            }
        });
        entries.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                confirm.run();
                event.consume();
            }
        });
        Label version = new Label(words.get("desktop.critical.dictionary", dictionary.version())
                + (isFileBroken ? " · " + words.get("desktop.critical.file-broken") : ""));
        version.setId("critical-version");
        version.getStyleClass().add(isFileBroken ? "attention" : "quiet");
        version.setWrapText(true);
        refusal.setId("critical-refusal");
        refusal.getStyleClass().add("critical");
        refusal.setWrapText(true);
        VBox.setVgrow(entries, Priority.ALWAYS);
        body.setPadding(new Insets(12, 16, 12, 16));
        // the list comes first for the keyboard: Enter reports what is proposed
        body.getChildren().addAll(entries, new Label(words.get("desktop.critical.finding")), finding, version, refusal);
        propose();
    }

    public VBox body() {
        return body;
    }

    public void refuse(String why) {
        refusal.setText(why);
    }

    /// Nothing while no entry is chosen.
    public Optional<CriticalFinding> finding() {
        return Optional.ofNullable(entries.getSelectionModel().getSelectedItem())
                .map(entry ->
                        CriticalFinding.of(dictionary, entry, study.study(), report, sentence, finding.getText()));
    }

    /// What is proposed comes first, the rest of the dictionary after it.
    private void propose() {
        List<CriticalEntry> proposed = dictionary.propose(finding.getText(), study);
        List<CriticalEntry> likely = proposed.subList(0, proposed.size() - 1);
        List<CriticalEntry> all = new java.util.ArrayList<>(likely);
        if (likely.isEmpty()) {
            all.add(proposed.getLast());
        }
        dictionary.entries().stream().filter(entry -> !all.contains(entry)).forEach(all::add);
        entries.getItems().setAll(all);
        entries.getSelectionModel().selectFirst();
        entries.scrollTo(0);
    }
}
