package org.readingroom.desktop.desk;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.readingroom.viewer.geometry.Vec3;

/// What lies over a volume seen from outside: the shared place, the clip box with its handles.
final class SceneMarks {
    private static final Color PLACE = Color.web("#4FB3D9", 0.9);
    private static final Color BOX = Color.web("#C3CCD4", 0.6);
    private static final double HANDLE = 5;
    private static final double ARM = 9;

    private SceneMarks() {}

    static void paint(
            GraphicsContext canvas, Picture.Scene scene, Crosshair crosshair, ViewportModel model, List<Vec3> outline) {
        double width = canvas.getCanvas().getWidth();
        double height = canvas.getCanvas().getHeight();
        canvas.setLineWidth(1);
        if (crosshair.shownProperty().get()) {
            model.displaySet()
                    .flatMap(crosshair::place)
                    .map(place -> SceneBox.onScreen(scene.camera(), place, width, height))
                    .ifPresent(at -> place(canvas, at));
        }
        canvas.setStroke(PLACE);
        for (int i = 1; i < outline.size(); i++) {
            canvas.strokeLine(
                    outline.get(i - 1).x(),
                    outline.get(i - 1).y(),
                    outline.get(i).x(),
                    outline.get(i).y());
        }
        if (scene.look().showsBox()) {
            SceneBox.of(scene, width, height).ifPresent(box -> box(canvas, box));
        }
    }

    private static void place(GraphicsContext canvas, Vec3 at) {
        canvas.setStroke(PLACE);
        canvas.strokeLine(at.x() - ARM, at.y(), at.x() - 3, at.y());
        canvas.strokeLine(at.x() + 3, at.y(), at.x() + ARM, at.y());
        canvas.strokeLine(at.x(), at.y() - ARM, at.x(), at.y() - 3);
        canvas.strokeLine(at.x(), at.y() + 3, at.x(), at.y() + ARM);
    }

    private static void box(GraphicsContext canvas, SceneBox box) {
        canvas.setStroke(BOX);
        for (int[] edge : SceneBox.EDGES) {
            Vec3 a = box.corners().get(edge[0]);
            Vec3 b = box.corners().get(edge[1]);
            canvas.strokeLine(a.x(), a.y(), b.x(), b.y());
        }
        canvas.setFill(PLACE);
        for (SceneBox.Handle handle : box.handles()) {
            canvas.fillOval(handle.x() - HANDLE, handle.y() - HANDLE, 2 * HANDLE, 2 * HANDLE);
        }
    }
}
