package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.returned.ArchivedMark;

/// Draws what reports of the archive measured: dashed, in a colour of its own, with its numbers and
/// whose they are.
///
/// It takes neither mouse nor keys: nobody changes what stands in the archive.
///
/// **Thread:** FX.
// [impl->req~returned.read-back~1]
final class ArchivedMarkPainter {
    private static final Color HALO = Color.rgb(0, 0, 0, 0.75);
    private static final Color GROUND = Color.rgb(0, 0, 0, 0.6);
    private static final Color COLOUR = Color.web("#8FC7E8");
    private static final double ARM = 6;
    private static final double LINE = 15;

    /// chosen: a radiomics report has hundreds of numbers; all of them stand in the document itself.
    private static final int MOST_NUMBERS = 6;

    private final Words words;

    ArchivedMarkPainter(Words words) {
        this.words = words;
    }

    void paint(GraphicsContext canvas, ViewContext view, List<ArchivedMark> marks) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (ArchivedMark mark : marks) {
            List<List<Vec3>> lines = new ArrayList<>();
            mark.shapes().forEach(shape -> onScreen(view, shape).ifPresent(lines::add));
            if (!lines.isEmpty()) {
                lines.forEach(line -> {
                    stroke(canvas, line, HALO, 3.5);
                    stroke(canvas, line, COLOUR, 1.5);
                });
                taken.add(say(canvas, lines, text(mark), taken));
            }
        }
    }

    /// The words beside a mark: what it is, its numbers, that it is from the archive, by whom and when.
    List<String> text(ArchivedMark mark) {
        List<String> lines = new ArrayList<>();
        if (!mark.name().isBlank()) {
            lines.add(mark.name());
        }
        mark.numbers().stream().limit(MOST_NUMBERS).forEach(lines::add);
        if (mark.numbers().size() > MOST_NUMBERS) {
            lines.add(words.get("desktop.returned.more-numbers", mark.numbers().size() - MOST_NUMBERS));
        }
        String date = mark.date().length() == 8
                ? mark.date().substring(0, 4) + "-" + mark.date().substring(4, 6) + "-"
                        + mark.date().substring(6)
                : mark.date();
        String author = mark.author().isBlank() ? words.get("desktop.returned.unnamed") : mark.author();
        lines.add(words.get("desktop.returned.from-archive", author, date).strip());
        return lines;
    }

    /// The points where the view shows the place of the shape; nothing where it does not.
    static Optional<List<Vec3>> onScreen(ViewContext view, ArchivedMark.Shape shape) {
        // on a picture that was made here nobody measured
        if (view.displaySet().isDerived()) {
            return Optional.empty();
        }
        if (shape.frame().isPresent()) {
            return view.frame()
                    .filter(frame -> frame.ref().equals(shape.frame().get()))
                    .map(frame -> shape.points().stream()
                            .map(view.transform()::voxelToScreen)
                            .toList());
        }
        FrameOfReferenceUid reference = view.displaySet().frames().getFirst().frameOfReference();
        if (!view.transform().isInPatient() || !shape.frameOfReference().equals(Optional.ofNullable(reference))) {
            return Optional.empty();
        }
        Vec3 normal = view.viewPlane().normal().unit();
        double half = ContourPainter.halfMm(view, normal);
        boolean isHere = shape.points().stream()
                .allMatch(p -> Math.abs(p.minus(view.viewPlane().centre()).dot(normal)) <= half);
        return isHere
                ? Optional.of(shape.points().stream()
                        .map(view.transform()::worldToScreen)
                        .toList())
                : Optional.empty();
    }

    private static void stroke(GraphicsContext canvas, List<Vec3> line, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.setLineDashes(6, 4);
        if (line.size() == 1) {
            Vec3 at = line.getFirst();
            canvas.setLineDashes();
            canvas.strokeLine(at.x() - ARM, at.y(), at.x() + ARM, at.y());
            canvas.strokeLine(at.x(), at.y() - ARM, at.x(), at.y() + ARM);
        } else {
            canvas.strokePolyline(
                    line.stream().mapToDouble(Vec3::x).toArray(),
                    line.stream().mapToDouble(Vec3::y).toArray(),
                    line.size());
        }
        canvas.setLineDashes();
    }

    /// The place for words that hides none of those said before: as wanted, else below what is in the way.
    static Rectangle2D free(Rectangle2D wanted, List<Rectangle2D> taken) {
        Rectangle2D place = wanted;
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i).intersects(place)) {
                place = new Rectangle2D(
                        place.getMinX(), taken.get(i).getMaxY() + 2, place.getWidth(), place.getHeight());
                i = -1;
            }
        }
        return place;
    }

    private static Rectangle2D say(
            GraphicsContext canvas, List<List<Vec3>> lines, List<String> text, List<Rectangle2D> taken) {
        Vec3 at = lines.stream()
                .flatMap(List::stream)
                .max(Comparator.comparingDouble(Vec3::x))
                .orElseThrow();
        Font font = Font.font(12);
        Text ruler = new Text(String.join("\n", text));
        ruler.setFont(font);
        Rectangle2D place = free(
                new Rectangle2D(
                        at.x() + 5, at.y() - LINE / 2, ruler.getLayoutBounds().getWidth() + 6, text.size() * LINE + 3),
                taken);
        double x = place.getMinX() + 3;
        double y = place.getMinY();
        canvas.setFill(GROUND);
        canvas.fillRect(place.getMinX(), y, place.getWidth(), place.getHeight());
        canvas.setFont(font);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setTextBaseline(VPos.TOP);
        canvas.setFill(COLOUR);
        for (String line : text) {
            canvas.fillText(line, x, y);
            y += LINE;
        }
        return place;
    }
}
