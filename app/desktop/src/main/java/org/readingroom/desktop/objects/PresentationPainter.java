package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.presentation.AppliedPresentation;
import org.readingroom.viewer.presentation.DisplayedArea;
import org.readingroom.viewer.presentation.GraphicAnnotation;
import org.readingroom.viewer.presentation.GraphicLayer;
import org.readingroom.viewer.presentation.GraphicObject;
import org.readingroom.viewer.presentation.GraphicPath;
import org.readingroom.viewer.presentation.TextObject;
import org.readingroom.viewer.sr.KeyObjects;

/// Draws the shapes and words of a presentation state, its name, and the star of a key image.
///
/// **Thread:** FX.
final class PresentationPainter {
    private static final Color HALO = Color.rgb(0, 0, 0, 0.75);
    private static final Color NAME = Color.web("#4FB3D9");
    private static final Color ATTENTION = Color.web("#E5A33B");
    /// chosen: free of the letters of orientation at the lower edge, and of the desk's notes at the upper one.
    private static final double ABOVE_LETTER = 36;

    private static final double UNDER_NOTES = 96;
    private static final double LINE = 17;

    private final Words words;

    PresentationPainter(Words words) {
        this.words = words;
    }

    void paint(GraphicsContext canvas, ViewContext view, PresentationChoice.Chosen chosen) {
        AppliedPresentation applied = chosen.applied();
        Places places = new Places(view, applied);
        for (GraphicAnnotation annotation : applied.annotations()) {
            Color colour = colour(applied.layers(), annotation.layer());
            annotation.graphics().forEach(shape -> shape(canvas, places, shape, colour));
            annotation.texts().forEach(text -> text(canvas, places, text, colour));
        }
        List<String> lines = new ArrayList<>();
        applied.warningKeys().forEach(key -> lines.add(words.get(key)));
        if (!applied.isExact()) {
            lines.add(words.get("desktop.objects.state-inexact"));
        }
        double y = view.transform().height() - ABOVE_LETTER;
        for (String line : lines.reversed()) {
            say(canvas, view, line, y, ATTENTION);
            y -= LINE;
        }
        say(canvas, view, words.get("desktop.objects.state", chosen.state().name()), y, NAME);
    }

    /// The star and the reason, or a cross where the image is set aside; under it the star of the reader with the note.
    void star(GraphicsContext canvas, ViewContext view, @Nullable KeyObjects keys, @Nullable KeyImage own) {
        double y = UNDER_NOTES;
        if (keys != null) {
            String mark = keys.isRejection() ? "✕ " : "★ ";
            say(canvas, view, mark + keys.title().text(), y, ATTENTION);
            y += LINE;
        }
        if (own != null) {
            String line = own.note().isEmpty()
                    ? words.get("desktop.key-image.sign", own.author())
                    : words.get("desktop.key-image.sign-note", own.note(), own.author());
            say(canvas, view, line, y, ATTENTION);
        }
    }

    private static Color colour(List<GraphicLayer> layers, String name) {
        int rgb = layers.stream()
                .filter(layer -> layer.name().equals(name))
                .mapToInt(GraphicLayer::rgb)
                .findFirst()
                .orElse(0xFFE14D);
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    private static void shape(GraphicsContext canvas, Places places, GraphicObject shape, Color colour) {
        List<Vec3> line = GraphicPath.of(shape).stream()
                .map(point -> places.onScreen(point, shape.units()))
                .toList();
        if (shape.kind() == GraphicObject.Kind.POINT) {
            Vec3 at = line.getFirst();
            stroke(canvas, colour, () -> {
                canvas.strokeLine(at.x() - 5, at.y(), at.x() + 5, at.y());
                canvas.strokeLine(at.x(), at.y() - 5, at.x(), at.y() + 5);
            });
            return;
        }
        double[] xs = line.stream().mapToDouble(Vec3::x).toArray();
        double[] ys = line.stream().mapToDouble(Vec3::y).toArray();
        if (shape.isFilled()) {
            canvas.setFill(colour.deriveColor(0, 1, 1, 0.35));
            canvas.fillPolygon(xs, ys, xs.length);
        }
        stroke(canvas, colour, () -> canvas.strokePolyline(xs, ys, xs.length));
    }

    private static void stroke(GraphicsContext canvas, Color colour, Runnable draw) {
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.setStroke(HALO);
        canvas.setLineWidth(3.5);
        draw.run();
        canvas.setStroke(colour);
        canvas.setLineWidth(1.5);
        draw.run();
    }

    private static void text(GraphicsContext canvas, Places places, TextObject text, Color colour) {
        Vec3 at = text.box()
                .map(box -> places.onScreen(box.topLeft(), box.units()))
                .orElseGet(() -> text.anchor()
                        .map(anchor -> places.onScreen(anchor.point(), anchor.units()))
                        .orElseThrow());
        text.anchor()
                .filter(anchor -> anchor.isLineDrawn() && text.box().isPresent())
                .ifPresent(anchor -> {
                    Vec3 to = places.onScreen(anchor.point(), anchor.units());
                    stroke(canvas, colour, () -> canvas.strokeLine(at.x(), at.y(), to.x(), to.y()));
                });
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setFont(Font.font("Noto Sans CJK SC", 13));
        double y = at.y() + 13;
        for (String line : text.text().split("\\R")) {
            halo(canvas, line, at.x(), y, colour);
            y += LINE;
        }
    }

    private static void say(GraphicsContext canvas, ViewContext view, String text, double y, Color colour) {
        canvas.setTextAlign(TextAlignment.CENTER);
        canvas.setFont(Font.font("Noto Sans CJK SC", 13));
        halo(canvas, text, view.transform().width() / 2, y, colour);
    }

    private static void halo(GraphicsContext canvas, String text, double x, double y, Color colour) {
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.setStroke(HALO);
        canvas.setLineWidth(3);
        canvas.strokeText(text, x, y);
        canvas.setFill(colour);
        canvas.fillText(text, x, y);
    }

    /// Where pixels and parts of the displayed area lie on the screen.
    private static final class Places {
        private final ViewContext view;
        private final Vec3 corner;
        private final Vec3 size;

        Places(ViewContext view, AppliedPresentation applied) {
            this.view = view;
            int columns = view.volume().columns();
            int rows = view.volume().rows();
            DisplayedArea area = applied.area()
                    .orElseGet(() ->
                            new DisplayedArea(List.of(), 1, 1, columns, rows, DisplayedArea.SizeMode.SCALE_TO_FIT, 0));
            Vec3 one = pixel(new Vec3(area.left() - 1, area.top() - 1, 0));
            Vec3 other = pixel(new Vec3(area.right(), area.bottom(), 0));
            corner = new Vec3(Math.min(one.x(), other.x()), Math.min(one.y(), other.y()), 0);
            size = new Vec3(Math.abs(other.x() - one.x()), Math.abs(other.y() - one.y()), 0);
        }

        Vec3 onScreen(Vec3 point, GraphicObject.Units units) {
            return units == GraphicObject.Units.PIXEL
                    ? pixel(point)
                    : new Vec3(corner.x() + point.x() * size.x(), corner.y() + point.y() * size.y(), 0);
        }

        /// PIXEL units have their origin at the corner of the first pixel, voxels at its centre.
        private Vec3 pixel(Vec3 point) {
            return view.transform().voxelToScreen(new Vec3(point.x() - 0.5, point.y() - 0.5, 0));
        }
    }
}
