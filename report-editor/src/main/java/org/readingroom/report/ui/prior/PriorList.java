package org.readingroom.report.ui.prior;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.prior.PriorReport;
import org.readingroom.report.prior.PriorReports;
import org.readingroom.report.ui.AtCaret;

/// The earlier reports at the caret, the newest first, and beneath the sentences of the chosen one, of
/// which those that are ticked are written: the conclusion at first.
///
/// Keys: Up and Down choose a report, Left and Right a sentence of it, Space ticks that, I ticks the
/// impression, F the findings, Enter writes, Escape leaves.
///
/// **Thread:** `fx`.
final class PriorList extends Pane {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 440;

    /// chosen: three lines.
    private static final double ROW = 64;

    private final ListView<PriorReport> reports = new ListView<>();
    private final PriorLines lines;
    private final VBox box;
    private final Bounds caret;
    private final BiFunction<String, Object[], String> words;
    private final BiConsumer<PriorReport, List<String>> chosen;
    private final Runnable left;

    /// `caret` is where the caret is, in the space this is laid over.
    PriorList(
            PriorReports found,
            Bounds caret,
            BiFunction<String, Object[], String> words,
            BiConsumer<PriorReport, List<String>> chosen,
            Runnable left) {
        this.caret = caret;
        this.words = words;
        this.chosen = chosen;
        this.left = left;
        this.lines = new PriorLines(key -> say(key));
        reports.setId("prior-list");
        reports.getItems().setAll(found.reports());
        reports.setPlaceholder(
                quiet(say(found.withheld() > 0 ? "report.ui.prior.none-valid" : "report.ui.prior.none")));
        reports.setFixedCellSize(ROW);
        reports.setMinHeight(2 * ROW + 8);
        reports.setPrefHeight(2 * ROW + 8);
        reports.setCellFactory(view -> new Row());
        reports.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                take();
            }
        });
        reports.getSelectionModel().selectedItemProperty().subscribe(this::preview);
        reports.getSelectionModel().selectFirst();
        VBox.setVgrow(lines, Priority.ALWAYS);
        box = new VBox(reports, lines);
        if (found.withheld() > 0) {
            Label withheld = quiet(say("report.ui.prior.withheld", found.withheld()));
            withheld.setId("prior-withheld");
            box.getChildren().add(withheld);
        }
        for (PriorReports.Said said : found.outside()) {
            Label outside = quiet(say(said.key(), said.arguments().toArray()));
            outside.getStyleClass().add("prior-outside");
            box.getChildren().add(outside);
        }
        box.getChildren().add(quiet(say("report.ui.prior.keys")));
        box.getStyleClass().add("report-phrases");
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                left.run();
            }
        });
    }

    @Override
    public void requestFocus() {
        reports.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        AtCaret.place(box, caret, this, WIDTH, HEIGHT);
    }

    private void preview(@Nullable PriorReport prior) {
        lines.show(prior == null ? List.of() : prior.lines(), prior != null && prior.isOutside());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ESCAPE -> left.run();
            case ENTER -> take();
            case LEFT, RIGHT -> lines.step(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            case SPACE -> lines.tickCurrent();
            case I -> lines.tick(PriorReport.Line::isConclusion);
            case F -> lines.tick(line -> !line.isConclusion());
            case TAB -> {} // stays in the list: what is pressed next must not land behind it
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        PriorReport prior = reports.getSelectionModel().getSelectedItem();
        List<String> ticked = lines.ticked();
        if (prior != null && !ticked.isEmpty()) {
            chosen.accept(prior, ticked);
        }
    }

    private String say(String key, Object... arguments) {
        return words.apply(key, arguments);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("report-quiet");
        label.setWrapText(true);
        return label;
    }

    /// When and what above, what it concludes beneath.
    private final class Row extends ListCell<PriorReport> {
        @Override
        protected void updateItem(PriorReport prior, boolean empty) {
            super.updateItem(prior, empty);
            setText(null);
            setGraphic(null);
            if (empty || prior == null) {
                return;
            }
            Label title = new Label(prior.day() + "  " + prior.study().modality() + "  "
                    + prior.study().description());
            title.getStyleClass().add("report-phrase-title");
            Label signed = quiet(PriorSource.of(prior, PriorList.this::say));
            Label reads = quiet(prior.conclusion());
            reads.setWrapText(false);
            VBox all = new VBox(title, signed, reads);
            all.getChildren().forEach(each -> ((Label) each).setMaxWidth(WIDTH - 56));
            setGraphic(all);
        }
    }
}
