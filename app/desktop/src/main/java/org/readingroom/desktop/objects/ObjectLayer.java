package org.readingroom.desktop.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ToolLayer;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.MaskLayer;
import org.readingroom.viewer.mask.MaskPainter;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Regions, graphics of a presentation state and the star of a key image, under the marks of the
/// reader.
///
/// Regions are drawn on the `cpu` lane and shown when they are there: a region that belongs to
/// another slice is never on screen.
///
/// **Thread:** FX.
// [impl->req~objects.regions~1]
public final class ObjectLayer implements ToolLayer {
    /// chosen: the four views of the largest layout, and as many before them for going back and forth.
    private static final int KEPT = 16;

    private static final int MOST_UNDER_WAY = 6;

    private final ObjectsModel model;
    private final PresentationChoice choice;
    private final ToolLayer above;
    private final TaskRunner tasks;
    private final PresentationPainter painter;
    private final ArchivedMarkPainter archived;
    private final SeenParts parts;
    private final Map<Key, Image> drawn = new LinkedHashMap<>();
    private final Map<Key, Handle> underWay = new LinkedHashMap<>();

    private record Key(AffineMap screenToPatient, int width, int height, int version, String set) {}

    /// `above` is what lies over the regions and takes the mouse and the keys.
    public ObjectLayer(ObjectsModel model, PresentationChoice choice, ToolLayer above, TaskRunner tasks, Words words) {
        this(model, choice, above, new SeenParts(), tasks, words);
    }

    /// `parts` is told of what is seen of each frame.
    public ObjectLayer(
            ObjectsModel model,
            PresentationChoice choice,
            ToolLayer above,
            SeenParts parts,
            TaskRunner tasks,
            Words words) {
        this.model = model;
        this.choice = choice;
        this.above = above;
        this.tasks = tasks;
        this.painter = new PresentationPainter(words);
        this.archived = new ArchivedMarkPainter(words);
        this.parts = parts;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        // what is written here in the middle of lines is no business of those above
        canvas.save();
        regions(view).ifPresent(image -> canvas.drawImage(image, 0, 0));
        if (view.transform().isInPatient()) {
            ContourPainter.paint(canvas, view, model.lined(view.displaySet()));
        }
        parts.seen(view);
        archived.paint(canvas, view, model.archived());
        PresentationChoice.Chosen chosen = choice.chosenProperty().get();
        choice.painted(view).ifPresent(after -> tasks.start(Lane.FX, Priority.ON_SCREEN, after));
        if (chosen != null
                && view.frame()
                        .filter(f -> f.ref().equals(chosen.frame().ref()))
                        .isPresent()) {
            painter.paint(canvas, view, chosen);
        }
        view.frame()
                .map(ImageFrame::ref)
                .ifPresent(frame -> painter.star(
                        canvas,
                        view,
                        model.keyObjects(frame).orElse(null),
                        model.marked(frame).orElse(null)));
        canvas.restore();
        above.paint(canvas, view);
    }

    /// As on the screen; regions are drawn at once, for nobody looks again when they come.
    @Override
    public void paintForPage(GraphicsContext canvas, ViewContext view) {
        List<MaskLayer> layers = view.transform().isInPatient() ? model.layers(view.displaySet()) : List.of();
        if (!layers.isEmpty()) {
            Key key = key(view);
            int[] pixels = MaskPainter.paint(layers, key.screenToPatient(), key.width(), key.height());
            canvas.drawImage(image(key, pixels), 0, 0);
        }
        if (view.transform().isInPatient()) {
            ContourPainter.paint(canvas, view, model.lined(view.displaySet()));
        }
        PresentationChoice.Chosen chosen = choice.chosenProperty().get();
        if (chosen != null
                && view.frame()
                        .filter(f -> f.ref().equals(chosen.frame().ref()))
                        .isPresent()) {
            painter.paint(canvas, view, chosen);
        }
        above.paintForPage(canvas, view);
    }

    private Optional<Image> regions(ViewContext view) {
        List<MaskLayer> layers = view.transform().isInPatient() ? model.layers(view.displaySet()) : List.of();
        if (layers.isEmpty()
                || view.transform().width() <= 0
                || view.transform().height() <= 0) {
            return Optional.empty();
        }
        Key key = key(view);
        Image image = drawn.get(key);
        if (image == null && !underWay.containsKey(key)) {
            draw(key, layers, view);
        }
        return Optional.ofNullable(image);
    }

    private Key key(ViewContext view) {
        AffineMap screen = view.transform().screenToWorld();
        Vec3 middle = screen.apply(new Vec3(0.5, 0.5, 0));
        return new Key(
                new AffineMap(screen.x(), screen.y(), screen.z(), middle),
                (int) Math.ceil(view.transform().width()),
                (int) Math.ceil(view.transform().height()),
                model.version(),
                view.displaySet().id());
    }

    private static Image image(Key key, int[] pixels) {
        WritableImage image = new WritableImage(key.width(), key.height());
        image.getPixelWriter()
                .setPixels(
                        0, 0, key.width(), key.height(), PixelFormat.getIntArgbPreInstance(), pixels, 0, key.width());
        return image;
    }

    private void draw(Key key, List<MaskLayer> layers, ViewContext view) {
        while (underWay.size() >= MOST_UNDER_WAY) {
            var oldest = underWay.entrySet().iterator();
            oldest.next().getValue().cancel();
            oldest.remove();
        }
        underWay.put(
                key,
                tasks.start(
                        Lane.CPU,
                        Priority.ON_SCREEN,
                        () -> MaskPainter.paint(layers, key.screenToPatient(), key.width(), key.height()),
                        pixels -> came(key, pixels, view),
                        fault -> underWay.remove(key)));
    }

    private void came(Key key, int[] pixels, ViewContext view) {
        underWay.remove(key);
        drawn.put(key, image(key, pixels));
        while (drawn.size() > KEPT) {
            drawn.remove(drawn.keySet().iterator().next());
        }
        view.repaintAllOverlays();
    }

    /// Whether every region that was asked for is drawn.
    boolean isAtRest() {
        return underWay.isEmpty();
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        return above.pressed(event, view);
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        return above.dragged(event, view);
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        return above.released(event, view);
    }

    @Override
    public boolean clicked(MouseEvent event, ViewContext view) {
        return above.clicked(event, view);
    }

    @Override
    public boolean moved(MouseEvent event, ViewContext view) {
        return above.moved(event, view);
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        return above.doubleClicked(event, view);
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        return above.keyPressed(event, view);
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return above.cursor(view);
    }
}
