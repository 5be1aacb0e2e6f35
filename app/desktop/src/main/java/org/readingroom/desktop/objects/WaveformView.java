package org.readingroom.desktop.objects;

import javafx.geometry.Insets;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.waveform.MultiplexGroup;
import org.readingroom.viewer.waveform.TraceLine;
import org.readingroom.viewer.waveform.TracePaper;
import org.readingroom.viewer.waveform.Waveform;

/// Curves on paper: small squares of one millimetre, large of five, 25 mm/s and 10 mm/mV.
// [impl->req~objects.waveform~1]
final class WaveformView extends ScrollPane {
    /// chosen: points of the screen for a millimetre of paper; ten seconds are as wide as a sheet.
    private static final double SCALE = 4;
    /// The largest canvas every graphics driver takes.
    private static final double WIDEST = 8000;

    private static final Color PAPER = Color.web("#FDF6F2");
    private static final Color SMALL = Color.web("#F4D9D0");
    private static final Color LARGE = Color.web("#E3A99A");
    private static final Color INK = Color.web("#14181C");

    WaveformView(Waveform waveform, Words words) {
        setId("waveform");
        VBox column = new VBox(10);
        column.setPadding(new Insets(10));
        for (MultiplexGroup group : waveform.groups()) {
            TracePaper paper = TracePaper.of(group);
            column.getChildren()
                    .add(new Label(words.get(
                            "desktop.objects.paper",
                            group.label(),
                            Double.toString(Math.round(group.seconds() * 100) / 100.0),
                            Long.toString(Math.round(group.samplingHz())))));
            column.getChildren().add(draw(group, paper, words));
        }
        setContent(column);
    }

    private static Canvas draw(MultiplexGroup group, TracePaper paper, Words words) {
        double width = Math.min(WIDEST, paper.widthMm() * SCALE + 60);
        double height = Math.min(WIDEST, paper.heightMm() * SCALE);
        Canvas canvas = new Canvas(width, height);
        canvas.setAccessibleText(words.get("desktop.objects.kind.waveform"));
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(PAPER);
        pen.fillRect(0, 0, width, height);
        grid(pen, width, height, 1, SMALL);
        grid(pen, width, height, 5, LARGE);
        pen.setFont(Font.font("Noto Sans CJK SC", 12));
        pen.setTextAlign(TextAlignment.LEFT);
        for (TracePaper.Strip strip : paper.strips()) {
            pen.setStroke(INK);
            pen.setLineWidth(1.2);
            trace(pen, TraceLine.of(strip, group.samplingHz(), paper.mmPerSecond(), 1 / SCALE));
            pen.setFill(INK);
            pen.fillText(caption(strip), 6, strip.zeroMm() * SCALE - 14);
        }
        return canvas;
    }

    /// The name of the channel; where the scale is not the usual one, what a large square means.
    private static String caption(TracePaper.Strip strip) {
        if (strip.channel().millivolts().isPresent()) {
            return strip.channel().name();
        }
        String unit = strip.channel().unit().map(code -> code.unit()).orElse("");
        return "%s   5 mm = %.3g %s"
                .formatted(strip.channel().name(), 5 * strip.perMm(), unit)
                .strip();
    }

    private static void grid(GraphicsContext pen, double width, double height, double stepMm, Color colour) {
        pen.setStroke(colour);
        pen.setLineWidth(stepMm > 1 ? 1 : 0.6);
        for (double x = 0; x <= width; x += stepMm * SCALE) {
            pen.strokeLine(x, 0, x, height);
        }
        for (double y = 0; y <= height; y += stepMm * SCALE) {
            pen.strokeLine(0, y, width, y);
        }
    }

    private static void trace(GraphicsContext pen, double[] line) {
        boolean isDown = false;
        pen.beginPath();
        for (int i = 0; i < line.length; i += 2) {
            if (Double.isNaN(line[i])) {
                isDown = false;
            } else if (isDown) {
                pen.lineTo(line[i] * SCALE, line[i + 1] * SCALE);
            } else {
                pen.moveTo(line[i] * SCALE, line[i + 1] * SCALE);
                isDown = true;
            }
        }
        pen.stroke();
    }
}
