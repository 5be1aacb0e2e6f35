package org.readingroom.report.ui.prior;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import org.readingroom.report.prior.PriorReport.Line;

/// The sentences of an earlier report, each to be ticked.
///
/// **Thread:** `fx`.
final class PriorLines extends ListView<Line> {
    private final Set<Integer> ticked = new LinkedHashSet<>();
    private final UnaryOperator<String> words;
    private boolean isOutside;

    PriorLines(UnaryOperator<String> words) {
        this.words = words;
        setId("prior-lines");
        setFocusTraversable(false);
        setCellFactory(view -> new Row());
    }

    /// The conclusion is ticked at first; all there is where nothing is concluded, but not a whole page of
    /// another system.
    void show(List<Line> lines, boolean isOutside) {
        this.isOutside = isOutside;
        ticked.clear();
        getItems().setAll(lines);
        boolean isConcluded = isOutside || lines.stream().anyMatch(Line::isConclusion);
        tick(line -> !isConcluded || line.isConclusion());
        getSelectionModel().selectFirst();
    }

    /// Ticks those that are meant and no other; nothing changes when none is.
    void tick(Predicate<Line> meant) {
        List<Integer> places = IntStream.range(0, getItems().size())
                .filter(at -> meant.test(getItems().get(at)))
                .boxed()
                .toList();
        if (!places.isEmpty()) {
            ticked.clear();
            ticked.addAll(places);
            refresh();
        }
    }

    /// Goes to the next sentence, or the one before.
    void step(int by) {
        if (!getItems().isEmpty()) {
            int at = Math.clamp(
                    getSelectionModel().getSelectedIndex() + by, 0, getItems().size() - 1);
            getSelectionModel().select(at);
            scrollTo(Math.max(0, at - 2));
        }
    }

    void tickCurrent() {
        int at = getSelectionModel().getSelectedIndex();
        if (at >= 0 && !ticked.remove(at)) {
            ticked.add(at);
        }
        refresh();
    }

    /// **Order:** as they stand in the report.
    List<String> ticked() {
        return ticked.stream().sorted().map(at -> getItems().get(at).words()).toList();
    }

    /// A page of another system is not told apart into findings and the rest.
    private String key(Line line) {
        return isOutside && !line.isConclusion()
                ? "report.ui.prior.page"
                : line.section().messageKey();
    }

    private final class Row extends ListCell<Line> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    getSelectionModel().select(getIndex());
                    tickCurrent();
                }
            });
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(null);
            if (!empty && line != null) {
                CheckBox box = new CheckBox(words.apply(key(line)) + "  " + line.words());
                box.setSelected(ticked.contains(getIndex()));
                box.setMouseTransparent(true);
                box.setFocusTraversable(false);
                box.setWrapText(true);
                box.setMaxWidth(490);
                setGraphic(box);
            }
        }
    }
}
