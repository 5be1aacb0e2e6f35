package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.LineProfile;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.ValueHistogram;

/// The values of the selected mark in a small panel beside it: the histogram of an area, the profile of a line.
///
/// **Thread:** FX.
// [impl->req~tools.values~1]
final class ValuesPanel {
    static final double WIDTH = 240;
    static final double HEIGHT = 150;
    private static final double PAD = 8;
    private static final double LINE = 14;
    private static final Color BACK = Color.web("#15191E", 0.94);
    private static final Color BORDER = Color.web("#2A323A");
    private static final Color TEXT = Color.web("#C3CDD6");
    private static final Color BARS = Color.web("#4FB3D9");

    private final Font font = Font.font("Noto Sans CJK SC", 11);

    /// Paints it for the selected mark, where that lies in the view and has values.
    void paint(GraphicsContext g, MarksModel marks, MarkScene scene, Messages words, MarkSpace space) {
        AnnotationId selected = marks.selectedProperty().get();
        Optional<MarkScene.Item> item = scene.items().stream()
                .filter(one -> one.shape().annotation().id().equals(selected))
                .findFirst();
        if (item.isEmpty()) {
            return;
        }
        Annotation annotation = item.get().shape().annotation();
        MarkValues.Shown values = marks.numbers().values(annotation);
        LabelBox at = PanelPlace.beside(item.get(), WIDTH, HEIGHT, space.width(), space.height());
        if (values.histogram() != null) {
            frame(g, at, lines(values.histogram(), words));
            bars(g, at, values.histogram());
        } else if (values.profile() != null && values.profile().range().isPresent()) {
            double[] range = values.profile().range().orElseThrow();
            frame(
                    g,
                    at,
                    List.of(words.get(space.isSlab() ? "desk.tools.text.middle-plane" : "desk.tools.values.profile")));
            curve(g, at, values.profile(), range);
        }
    }

    /// What is told beside the bars.
    static List<String> lines(ValueHistogram h, Messages words) {
        String unit = h.unit().ucum();
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "desk.tools.values.count",
                Long.toString(h.count()),
                MarkText.withUnit(new Measurement(Quantity.MEAN, h.mean(), unit))));
        lines.add(words.get(
                "desk.tools.values.median",
                MarkText.withUnit(new Measurement(Quantity.MEAN, h.median(), unit)),
                MarkText.withUnit(new Measurement(Quantity.MEAN, h.sum(), unit))));
        return lines;
    }

    private void frame(GraphicsContext g, LabelBox at, List<String> lines) {
        g.setFill(BACK);
        g.fillRect(at.x(), at.y(), at.width(), at.height());
        g.setStroke(BORDER);
        g.setLineWidth(1);
        g.strokeRect(at.x() + 0.5, at.y() + 0.5, at.width() - 1, at.height() - 1);
        for (int i = 0; i < lines.size(); i++) {
            text(g, lines.get(i), at.x() + PAD, at.y() + PAD + (i + 0.5) * LINE, TextAlignment.LEFT);
        }
    }

    private void text(GraphicsContext g, String words, double x, double y, TextAlignment alignment) {
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(alignment);
        g.setFill(TEXT);
        g.fillText(words, Math.rint(x), Math.rint(y));
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void bars(GraphicsContext g, LabelBox at, ValueHistogram h) {
        Plot plot = Plot.of(at, 2);
        g.setFill(BARS);
        double step = plot.width() / h.counts().size();
        for (int i = 0; i < h.counts().size(); i++) {
            double tall = plot.height() * h.counts().get(i) / Math.max(1, h.highest());
            g.fillRect(plot.x() + i * step, plot.y() + plot.height() - tall, Math.max(1, step - 0.5), tall);
        }
        String unit = h.unit().ucum();
        ends(g, plot, MarkText.number(h.least()), MarkText.withUnit(new Measurement(Quantity.MAXIMUM, h.most(), unit)));
    }

    private void curve(GraphicsContext g, LabelBox at, LineProfile profile, double[] range) {
        Plot plot = Plot.of(at, 2);
        double span = range[1] - range[0];
        g.setStroke(BARS);
        g.setLineWidth(1.25);
        boolean isOpen = false;
        g.beginPath();
        for (int i = 0; i < profile.values().size(); i++) {
            double value = profile.values().get(i);
            if (Double.isNaN(value)) {
                isOpen = false;
                continue;
            }
            double share = profile.length() == 0 ? 0 : profile.distances().get(i) / profile.length();
            double x = plot.x() + share * plot.width();
            double y = plot.y() + plot.height() * (span == 0 ? 0.5 : 1 - (value - range[0]) / span);
            if (isOpen) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
            }
            isOpen = true;
        }
        g.stroke();
        String unit = profile.unit().ucum();
        text(
                g,
                MarkText.number(range[0]) + " … "
                        + MarkText.withUnit(new Measurement(Quantity.MAXIMUM, range[1], unit)),
                plot.x(),
                at.y() + PAD + 1.5 * LINE,
                TextAlignment.LEFT);
        ends(g, plot, "0", MarkText.withUnit(new Measurement(Quantity.LENGTH, profile.length(), profile.lengthUnit())));
    }

    /// What the horizontal axis begins and ends with.
    private void ends(GraphicsContext g, Plot plot, String first, String last) {
        double y = plot.y() + plot.height() + LINE / 2 + 2;
        g.setStroke(BORDER);
        g.setLineWidth(1);
        g.strokeLine(plot.x(), plot.y() + plot.height() + 0.5, plot.x() + plot.width(), plot.y() + plot.height() + 0.5);
        text(g, first, plot.x(), y, TextAlignment.LEFT);
        text(g, last, plot.x() + plot.width(), y, TextAlignment.RIGHT);
    }

    /// The part of the panel below `lines` lines of words, with room for the axis.
    private record Plot(double x, double y, double width, double height) {
        static Plot of(LabelBox at, int lines) {
            double top = at.y() + PAD + lines * LINE + 4;
            return new Plot(at.x() + PAD, top, at.width() - 2 * PAD, at.y() + at.height() - PAD - LINE - top);
        }
    }
}
