package org.readingroom.report.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;

/// Drawn over the text area: a line under each sentence that rests on a mark and a badge in the
/// margin that leads to it; machine-made sentences carry a letter of their own.
///
// [impl->req~report.ui.evidence~1]
final class EvidenceMarks extends Pane {
    /// The margin left of the text, as the stylesheet pads it.
    private static final double MARGIN = 26;

    private static final String STALE = "measurement.stale";

    private final ReportEditorViewModel model;
    private final SectionKind kind;
    private final TextArea area;
    private final EditorWords words;
    private final ListChangeListener<CheckResult> judged = change -> redraw();
    private boolean isOld = true;

    EvidenceMarks(ReportEditorViewModel model, SectionKind kind, TextArea area, EditorWords words) {
        this.model = model;
        this.kind = kind;
        this.area = area;
        this.words = words;
        getStyleClass().add("report-marks");
        // Only the badges take the mouse; all else belongs to the text below.
        setPickOnBounds(false);
        model.checks().addListener(new WeakListChangeListener<>(judged));
    }

    /// Draws anew with the next layout. Any other layout leaves the badges as they are: one that is
    /// replaced under the mouse would swallow the click.
    void redraw() {
        isOld = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (!isOld) {
            return;
        }
        isOld = false;
        List<Node> nodes = new ArrayList<>();
        if (area.getSkin() instanceof TextAreaSkin skin
                && area.getText().equals(model.report().text(kind))) {
            int start = 0;
            for (ReportSentence sentence : model.report().section(kind).sentences()) {
                int end = start + sentence.text().length();
                if (!sentence.evidence().isEmpty() || sentence.origin() == SentenceOrigin.MACHINE) {
                    mark(
                            sentence,
                            start + leading(sentence),
                            start + sentence.text().stripTrailing().length(),
                            skin,
                            nodes);
                }
                start = end;
            }
        }
        getChildren().setAll(nodes);
        for (Node node : nodes) {
            if (node instanceof Button button) {
                button.resizeRelocate(3, button.getLayoutY(), MARGIN - 6, 16);
            }
        }
    }

    private static int leading(ReportSentence sentence) {
        return sentence.text().length() - sentence.text().stripLeading().length();
    }

    private void mark(ReportSentence sentence, int start, int end, TextAreaSkin skin, List<Node> nodes) {
        double lineY = Double.NaN;
        double from = 0;
        double to = 0;
        double top = 0;
        for (int i = start; i < end; i++) {
            Rectangle2D letter = skin.getCharacterBounds(i);
            if (letter == null) {
                continue;
            }
            if (Double.isNaN(lineY)) {
                top = letter.getMinY();
            }
            if (letter.getMaxY() != lineY) {
                underline(sentence, from, to, lineY, nodes);
                lineY = letter.getMaxY();
                from = letter.getMinX();
            }
            to = letter.getMaxX();
        }
        underline(sentence, from, to, lineY, nodes);
        if (!Double.isNaN(lineY)) {
            nodes.add(badge(sentence, toMarks(0, top).getY()));
        }
    }

    private void underline(ReportSentence sentence, double from, double to, double y, List<Node> nodes) {
        if (Double.isNaN(y) || to <= from) {
            return;
        }
        Point2D left = toMarks(from, y);
        Line line = new Line(left.getX(), left.getY() - 1.5, left.getX() + to - from, left.getY() - 1.5);
        line.getStyleClass().add("report-underline");
        line.setMouseTransparent(true);
        style(line, sentence);
        nodes.add(line);
    }

    private Button badge(ReportSentence sentence, double y) {
        boolean machine = sentence.origin() == SentenceOrigin.MACHINE;
        Button badge = new Button(machine ? "AI" : "↗");
        badge.setFocusTraversable(false);
        badge.getStyleClass().setAll("report-badge");
        style(badge, sentence);
        badge.setLayoutY(y + 2);
        Tooltip tip = new Tooltip(tip(sentence, machine));
        badge.setTooltip(tip);
        badge.setOnAction(event -> model.evidence().show(sentence));
        return badge;
    }

    private void style(Node node, ReportSentence sentence) {
        if (sentence.origin() == SentenceOrigin.MACHINE) {
            node.getStyleClass().add("report-machine");
        }
        if (model.evidence().isLit(sentence)) {
            node.getStyleClass().add("report-lit");
        }
        if (isStale(sentence)) {
            node.getStyleClass().add("report-stale");
        }
    }

    /// Whether a mark it rests on says something else now.
    // [impl->req~report.ui.stale~1]
    private boolean isStale(ReportSentence sentence) {
        return model.checks().stream()
                .anyMatch(
                        found -> STALE.equals(found.checkId()) && sentence.id().equals(found.sentence()));
    }

    private String tip(ReportSentence sentence, boolean machine) {
        String numbers =
                sentence.measurements().stream().map(BoundMeasurement::shown).collect(Collectors.joining(", "));
        String exact = sentence.measurements().stream()
                .map(bound -> Double.toString(bound.measurement().value()))
                .collect(Collectors.joining(", "));
        return machine ? words.get("report.ui.machine") : words.get("report.ui.evidence", numbers, exact);
    }

    private Point2D toMarks(double x, double y) {
        // Character bounds are in the text area's space; so are ours, one stack above it.
        Bounds bounds = area.getBoundsInParent();
        return new Point2D(bounds.getMinX() + x, bounds.getMinY() + y);
    }
}
