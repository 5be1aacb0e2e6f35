package org.readingroom.desktop.reporting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.redline.ChangeKind;
import org.readingroom.report.redline.Digest;
import org.readingroom.report.redline.DigestEntry;
import org.readingroom.report.redline.RedlineWords;

/// What others changed of one's own reports: how many of each kind, and beneath each report with its kinds and who made
/// them.
///
/// Keys: 1 to 4 choose the period, Enter opens the redline of the chosen report, E exports what is shown.
///
/// **Thread:** FX.
// [impl->req~report.digest.sheet~1]
public final class DigestSheet {
    /// chosen: a week, a month, a quarter, a year of training.
    public static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

    /// chosen: three lines.
    private static final double ROW = 60;

    private final Words words;
    private final IntConsumer asked;
    private final Consumer<DigestEntry> chosen;
    private final BiConsumer<Window, Digest> exported;
    private final Label counts = label("digest-counts", "strong");
    private final Label many = label("digest-many", "quiet");
    private final List<ToggleButton> periods = new ArrayList<>();
    private final ListView<DigestEntry> list = new ListView<>();
    private final VBox body;
    private Digest digest = new Digest(List.of(), 0);

    /// `asked` is given a number of days, whose answer comes by [#show]; `chosen` the report that is to be opened,
    /// `exported` what is shown.
    public DigestSheet(
            Words words,
            int days,
            IntConsumer asked,
            Consumer<DigestEntry> chosen,
            BiConsumer<Window, Digest> exported) {
        this.words = words;
        this.asked = asked;
        this.chosen = chosen;
        this.exported = exported;
        list.setId("digest-list");
        list.setPrefHeight(460);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label(words.get("desktop.digest.none")));
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        HBox row = new HBox(6);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < PERIODS.size(); i++) {
            int each = PERIODS.get(i);
            ToggleButton button = new ToggleButton(words.get("desktop.digest.days", each));
            button.setId("digest-" + each);
            button.setTooltip(new Tooltip(words.get("desktop.digest.days-tip", each) + "  " + (i + 1)));
            button.setToggleGroup(group);
            button.setSelected(each == days);
            button.setFocusTraversable(false);
            button.setOnAction(event -> choose(button, each));
            periods.add(button);
            row.getChildren().add(button);
        }
        body = new VBox(8, row, counts, list, many);
        body.getStyleClass().add("sheet-body");
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Node body() {
        return body;
    }

    /// The button that goes under it.
    public Button exporting() {
        Button button = new Button(words.get("desktop.digest.export"));
        button.setId("digest-export");
        button.setTooltip(new Tooltip(words.get("desktop.digest.export-tip") + "  E"));
        button.setOnAction(event -> export());
        return button;
    }

    private void export() {
        exported.accept(body.getScene().getWindow(), digest);
    }

    /// The answer for `days`; passed over when another period was chosen since.
    public void show(int days, Digest answer) {
        if (!periods.get(PERIODS.indexOf(days)).isSelected()) {
            return;
        }
        digest = answer;
        list.getItems().setAll(answer.entries());
        list.getSelectionModel().selectFirst();
        list.requestFocus();
        counts.setText(kinds(answer.counts(), answer.marks()));
        String said = words.get("desktop.digest.many", answer.entries().size());
        many.setText(answer.unread() == 0 ? said : said + "  " + words.get("desktop.digest.unread", answer.unread()));
    }

    /// What is shown.
    public Digest digest() {
        return digest;
    }

    /// One that is chosen stays chosen.
    private void choose(ToggleButton button, int days) {
        button.setSelected(true);
        asked.accept(days);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int at = event.getCode().isDigitKey() ? event.getCode().getChar().charAt(0) - '1' : -1;
        if (event.getCode() == KeyCode.ENTER) {
            open();
        } else if (event.getCode() == KeyCode.E && !event.isShiftDown()) {
            export();
        } else if (at >= 0 && at < PERIODS.size()) {
            choose(periods.get(at), PERIODS.get(at));
        } else {
            return;
        }
        event.consume();
    }

    private void open() {
        DigestEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            chosen.accept(entry);
        }
    }

    /// Such as `Side 2 · Number 1`.
    private String kinds(Map<ChangeKind, Integer> counted, int marks) {
        List<String> said = new ArrayList<>();
        counted.forEach((kind, count) -> said.add(words.get(kind.messageKey()) + " " + count));
        if (marks > 0) {
            said.add(words.get("desktop.digest.marks") + " " + marks);
        }
        return String.join(" · ", said);
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    /// Whose and what above, the kinds beneath, then who changed it.
    private final class Row extends ListCell<DigestEntry> {
        @Override
        protected void updateItem(@Nullable DigestEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(null);
            if (empty || entry == null) {
                return;
            }
            StudyIdentity study = entry.versions().getLast().report().study();
            LocalDateTime time = study.studyTime();
            Label whose = new Label(String.join(
                    "  ",
                    time == null ? "" : time.toLocalDate().toString(),
                    study.patient().name().display(),
                    study.patient().id().value(),
                    study.modality(),
                    study.description()));
            whose.getStyleClass().add("strong");
            Label what = new Label(kinds(entry.counts(), entry.marks().size()));
            RedlineWords said = new RedlineWords(words.messagesProperty().get(), ZoneId.systemDefault());
            Label who = new Label(
                    String.join("  /  ", entry.makers().stream().map(said::act).toList()));
            who.getStyleClass().add("quiet");
            setGraphic(new VBox(whose, what, who));
        }
    }
}
