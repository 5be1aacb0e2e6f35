package org.readingroom.desktop.objects;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomTimes;
import org.readingroom.viewer.document.EncapsulatedDocument;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;
import org.readingroom.viewer.summary.ObjectSummary;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.waveform.Waveform;
import org.readingroom.viewer.waveform.WaveformReader;

/// The documents of a study: a list at the left, the chosen one at the right as text, pages or curves.
///
/// **Thread:** FX.
// [impl->req~objects.documents~1]
public final class DocumentsView extends SplitPane {
    /// Two lines of text and room around them.
    private static final double ROW = 48;

    private final StudyObjectsLoader.Opener opener;
    private final Words words;
    private final TaskRunner tasks;
    private final Consumer<String> copier;
    private final ListView<StudyDocument> list = new ListView<>();
    private final StackPane content = new StackPane();
    private @Nullable Handle opening;

    /// What an object turned out to be.
    private sealed interface Content {
        record Text(OutlineNode outline) implements Content {}

        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Pages(byte[] pdf) implements Content {}

        record Curves(Waveform waveform, OutlineNode outline) implements Content {}
    }

    /// `copier` takes what is copied.
    public DocumentsView(
            List<StudyDocument> documents,
            StudyObjectsLoader.Opener opener,
            Words words,
            TaskRunner tasks,
            Consumer<String> copier) {
        this.opener = opener;
        this.words = words;
        this.tasks = tasks;
        this.copier = copier;
        setId("documents");
        list.setId("documents-list");
        list.setItems(FXCollections.observableArrayList(documents));
        list.setCellFactory(view -> new Row());
        list.setMinWidth(180);
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(words.text("desktop.objects.documents"));
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
        getItems().setAll(list, content);
        setDividerPositions(0.26);
        setFocusTraversable(true);
        focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                list.requestFocus();
            }
        });
        list.getSelectionModel().selectFirst();
    }

    private void open(@Nullable StudyDocument document) {
        if (opening != null) {
            opening.cancel();
        }
        content.getChildren().clear();
        if (document == null) {
            return;
        }
        content.getChildren().setAll(quiet(words.get("desktop.objects.opening")));
        opening = tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> read(opener.open(document.instance())),
                this::show,
                fault -> content.getChildren().setAll(quiet(words.about(fault))));
    }

    private static Content read(DicomFile file) throws WorkstationException {
        OutlineNode outline = ObjectSummary.of(file)
                .orElseGet(() -> OutlineNode.of(Phrase.key("desktop.objects.no-text"), Phrase.NONE));
        Waveform waveform = WaveformReader.read(file.dataSet()).orElse(null);
        if (waveform != null && !waveform.groups().isEmpty()) {
            return new Content.Curves(waveform, outline);
        }
        EncapsulatedDocument inside = EncapsulatedDocument.of(file.dataSet()).orElse(null);
        return inside != null && inside.kind() == EncapsulatedDocument.Kind.PDF
                ? new Content.Pages(inside.bytes())
                : new Content.Text(outline);
    }

    private void show(Content read) {
        Node shown = switch (read) {
            case Content.Text text -> new OutlineView(text.outline(), words, copier);
            case Content.Pages pages -> new DocumentView(pages.pdf(), words, tasks);
            case Content.Curves curves -> {
                SplitPane both = new SplitPane(
                        new WaveformView(curves.waveform(), words), new OutlineView(curves.outline(), words, copier));
                both.setOrientation(javafx.geometry.Orientation.VERTICAL);
                both.setDividerPositions(0.78);
                yield both;
            }
        };
        content.getChildren().setAll(shown);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private final class Row extends ListCell<StudyDocument> {
        @Override
        protected void updateItem(@Nullable StudyDocument document, boolean isEmpty) {
            super.updateItem(document, isEmpty);
            setText(null);
            setGraphic(null);
            if (isEmpty || document == null) {
                return;
            }
            String kind = words.get(document.kind().messageKey());
            Label title = new Label(document.title().isBlank() ? kind : document.title());
            title.getStyleClass().add("strong");
            String date = DicomTimes.date(document.date()).map(Object::toString).orElse("");
            Label what = new Label((kind + "  " + date).strip());
            what.getStyleClass().add("quiet");
            VBox both = new VBox(2, title, what);
            both.setAlignment(Pos.CENTER_LEFT);
            both.setPadding(new Insets(0, 6, 0, 6));
            setGraphic(both);
            setAccessibleText(title.getText() + ", " + what.getText());
        }
    }
}
