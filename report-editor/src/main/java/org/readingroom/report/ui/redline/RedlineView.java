package org.readingroom.report.ui.redline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.readingroom.assets.Messages;
import org.readingroom.report.redline.Redline;
import org.readingroom.report.redline.RedlineVersion;
import org.readingroom.report.redline.RedlineWords;
import org.readingroom.report.redline.SectionRedline;
import org.readingroom.report.redline.SentenceChange;
import org.readingroom.report.redline.SentenceChange.Kind;

/// What was changed between two versions, in one text or side by side.
///
/// Keys: N and P go to the next and the previous change, S switches between one text and two, arrows in the boxes
/// choose the versions.
///
/// **Thread:** `fx`.
// [impl->req~report.redline.view~1]
public final class RedlineView extends BorderPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final List<RedlineVersion> versions;
    private final RedlineWords words;
    private final ChoiceBox<RedlineVersion> from = new ChoiceBox<>();
    private final ChoiceBox<RedlineVersion> to = new ChoiceBox<>();
    private final ToggleButton sides = new ToggleButton();
    private final Label count = new Label();
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final List<Node> changes = new ArrayList<>();
    private Optional<Redline> redline = Optional.empty();
    private int at = -1;

    /// `versions` are at least two, oldest first; the last step is shown first.
    public RedlineView(List<RedlineVersion> versions, Messages messages, ZoneId zone) {
        this.versions = List.copyOf(versions);
        this.words = new RedlineWords(messages, zone);
        setId("redline");
        getStyleClass().add("redline");
        fill(from, "redline-from", this.versions.subList(0, versions.size() - 1));
        fill(to, "redline-to", this.versions.subList(1, versions.size()));
        from.setValue(versions.get(versions.size() - 2));
        to.setValue(versions.getLast());
        from.valueProperty().addListener((value, old, now) -> show());
        to.valueProperty().addListener((value, old, now) -> show());
        sides.setId("redline-sides");
        sides.setText(words.get("report.redline.side-by-side"));
        sides.setTooltip(new Tooltip(words.get("report.redline.side-by-side-tip")));
        sides.selectedProperty().addListener((value, old, now) -> show());
        Button next = new Button(words.get("report.redline.next"));
        next.setId("redline-next");
        next.setTooltip(new Tooltip(words.get("report.redline.next-tip")));
        next.setOnAction(event -> step(1));
        count.setId("redline-count");
        count.getStyleClass().add("report-quiet");
        HBox chosen = new HBox(
                new Label(words.get("report.redline.before")), from, new Label(words.get("report.redline.after")), to);
        chosen.getStyleClass().add("redline-row");
        HBox hands = new HBox(sides, next, count);
        hands.getStyleClass().add("redline-row");
        VBox head = new VBox(chosen, hands);
        head.getStyleClass().add("redline-head");
        page.getStyleClass().add("redline-page");
        scroll.setFitToWidth(true);
        scroll.setId("redline-page");
        scroll.getStyleClass().add("report-scroll");
        setTop(head);
        setCenter(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    private void fill(ChoiceBox<RedlineVersion> box, String id, List<RedlineVersion> choices) {
        box.setId(id);
        box.setMaxWidth(460);
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(RedlineVersion version) {
                return version == null ? "" : words.version(version);
            }

            @Override
            public RedlineVersion fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
    }

    /// Shows what became of one version on the way to another, by their places.
    public void compare(int first, int last) {
        from.setValue(versions.get(first));
        to.setValue(versions.get(last));
    }

    /// What is shown; nothing when the versions chosen are in the wrong order.
    public Optional<Redline> redline() {
        return redline;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.N || event.getCode() == KeyCode.P) {
            step(event.getCode() == KeyCode.N ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.S) {
            sides.setSelected(!sides.isSelected());
            event.consume();
        }
    }

    private void step(int by) {
        if (changes.isEmpty()) {
            return;
        }
        mark(false);
        at = at < 0 ? by > 0 ? 0 : changes.size() - 1 : Math.floorMod(at + by, changes.size());
        mark(true);
        Node node = changes.get(at);
        Bounds place = page.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double more = page.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(more <= 0 ? 0 : Math.clamp((place.getMinY() - 40) / more, 0, 1));
    }

    private void mark(boolean isCurrent) {
        if (at >= 0) {
            changes.get(at).pseudoClassStateChanged(CURRENT, isCurrent);
        }
    }

    private void show() {
        page.getChildren().clear();
        changes.clear();
        at = -1;
        int first = versions.indexOf(from.getValue());
        int last = versions.indexOf(to.getValue());
        redline = first < last ? Optional.of(Redline.of(versions.subList(first, last + 1))) : Optional.empty();
        redline.ifPresent(this::show);
        count.setText(
                changes.isEmpty()
                        ? words.get("report.redline.none")
                        : words.get("report.redline.count", changes.size()));
    }

    private void show(Redline shown) {
        RedlineLines lines = new RedlineLines(words);
        for (SectionRedline section : shown.sections()) {
            if (section.changes().isEmpty()) {
                continue;
            }
            Label heading = new Label(words.get(section.kind().messageKey()));
            heading.getStyleClass().add("report-heading");
            page.getChildren().add(heading);
            for (SentenceChange change : section.changes()) {
                Node line = sides.isSelected() ? lines.beside(change) : lines.inline(change);
                page.getChildren().add(line);
                if (change.kind() != Kind.SAME) {
                    changes.add(line);
                }
            }
        }
        if (shown.isConclusionChanged()) {
            page.getChildren()
                    .add(fact(words.get(
                            "report.redline.conclusion",
                            words.get(shown.before().report().conclusion().messageKey()),
                            words.get(shown.after().report().conclusion().messageKey()))));
        }
        if (shown.areKeyImagesChanged()) {
            page.getChildren().add(fact(words.get("report.redline.key-images")));
        }
    }

    private Node fact(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        changes.add(line);
        return line;
    }
}
