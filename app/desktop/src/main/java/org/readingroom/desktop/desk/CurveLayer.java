package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PatientPath;

/// The path of a curved reformat over the flat views: clicks set its points, a double click or Enter ends it, Backspace
/// takes the last point back, Escape the whole path; points of an ended path go with the pointer.
// [impl->req~desk.curved~1]
public final class CurveLayer implements ToolLayer {
    private static final Color LINE = Color.web("#F2C14E");
    private static final Color FAR = Color.web("#F2C14E", 0.35);
    /// chosen: how close to a point the pointer takes hold of it.
    private static final double GRASP = 9;
    /// chosen: what lies further from the plane than this is drawn faintly.
    private static final double NEAR_MM = 3;

    private static final double RADIUS = 4;

    private final CurveDrawing drawing;
    private int held = -1;

    public CurveLayer(CurveDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        CurveDrawing.Path path = drawing.in(view).orElse(null);
        if (path == null || path.points().isEmpty()) {
            return;
        }
        canvas.setLineWidth(1.5);
        if (path.points().size() > 1) {
            line(canvas, view, path);
        }
        for (Vec3 point : path.points()) {
            Vec3 at = view.transform().worldToScreen(point);
            canvas.setStroke(ink(at, view));
            canvas.strokeOval(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
    }

    private static void line(GraphicsContext canvas, ViewContext view, CurveDrawing.Path path) {
        double step = Math.max(0.5, 2 * view.transform().worldUnitsPerPixel());
        try {
            List<PatientPath.Station> stations =
                    PatientPath.through(path.points(), step, path.normal()).stations();
            Vec3 before = view.transform().worldToScreen(stations.getFirst().place());
            for (PatientPath.Station station : stations.subList(1, stations.size())) {
                Vec3 at = view.transform().worldToScreen(station.place());
                canvas.setStroke(ink(at, view));
                canvas.strokeLine(before.x(), before.y(), at.x(), at.y());
                before = at;
            }
        } catch (IllegalArgumentException onePlace) {
            // points on one spot make no line; the points themselves are drawn
        }
    }

    private static Color ink(Vec3 onScreen, ViewContext view) {
        return Math.abs(onScreen.z()) <= Math.max(NEAR_MM, view.slab().thicknessMm() / 2) ? LINE : FAR;
    }

    private boolean isOpen(ViewContext view) {
        return drawing.in(view).map(CurveDrawing.Path::isOpen).orElse(false);
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        held = -1;
        if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown()) {
            return false;
        }
        if (isOpen(view)) {
            drawing.add(view.transform().screenToWorld(event.getX(), event.getY()));
            return true;
        }
        held = under(event, view);
        return held >= 0;
    }

    private int under(MouseEvent event, ViewContext view) {
        Optional<CurveDrawing.Path> path = drawing.in(view);
        for (int i = 0; path.isPresent() && i < path.get().points().size(); i++) {
            Vec3 at = view.transform().worldToScreen(path.get().points().get(i));
            if (Math.hypot(at.x() - event.getX(), at.y() - event.getY()) <= GRASP) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        CurveDrawing.Path path = drawing.in(view).orElse(null);
        if (held < 0 || path == null || held >= path.points().size()) {
            return false;
        }
        // the point keeps its depth: only what the pointer shows is changed
        Vec3 before = view.transform().worldToScreen(path.points().get(held));
        Vec3 onPlane = view.transform().screenToWorld(event.getX(), event.getY());
        drawing.move(held, onPlane.plus(view.viewPlane().normal().times(before.z())));
        return true;
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        held = -1;
        return true;
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        if (!isOpen(view)) {
            return false;
        }
        drawing.finish();
        return true;
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (!isOpen(view)) {
            return false;
        }
        switch (event.getCode()) {
            case ENTER -> drawing.finish();
            case BACK_SPACE -> drawing.removeLast();
            case ESCAPE -> drawing.clear();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return isOpen(view) ? Cursor.CROSSHAIR : null;
    }
}
