package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.viewport.ViewPlane;

/// The path a reader draws through a volume, point by point in any of its views, and the view that then shows the sheet
/// along it.
///
/// **Space:** patient, mm. **Thread:** FX.
// [impl->req~desk.curved~1]
public final class CurveDrawing {
    private final ReadingDeskModel desk;
    private final ReadOnlyObjectWrapper<@Nullable Path> path = new ReadOnlyObjectWrapper<>();

    /// `normal` is that of the plane it was begun on; an open path still takes points.
    public record Path(OpenSet set, List<Vec3> points, Vec3 normal, boolean isOpen) {
        public Path {
            points = List.copyOf(points);
        }

        Path with(List<Vec3> newPoints) {
            return new Path(set, newPoints, normal, isOpen);
        }
    }

    CurveDrawing(ReadingDeskModel desk) {
        this.desk = desk;
        path.addListener(o -> desk.repaintMarks());
    }

    public ReadOnlyObjectProperty<@Nullable Path> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// The path, where `view` shows the volume it runs through.
    Optional<Path> in(ViewContext view) {
        Path now = path.get();
        return now != null
                        && view.volume().isInPatient()
                        && first(now.set().displaySet()).equals(first(view.displaySet()))
                ? Optional.of(now)
                : Optional.empty();
    }

    private static FrameRef first(DisplaySet set) {
        return set.frames().getFirst().ref();
    }

    /// Begins a new path on the active view; an open one is ended and shown.
    void toggle() {
        Path now = path.get();
        if (now != null && now.isOpen()) {
            finish();
            return;
        }
        ViewportModel view = desk.activeProperty().get();
        OpenSet set = view.setProperty().get();
        Vec3 normal = view.plane().map(ViewPlane::normal).orElse(null);
        if (set != null && normal != null && canBeFollowed(set)) {
            path.set(new Path(set, List.of(), normal, true));
        }
    }

    private static boolean canBeFollowed(OpenSet set) {
        ImageFrame first = set.displaySet().frames().getFirst();
        return set.displaySet().isVolume()
                && first.hasGeometry()
                && first.format().samplesPerPixel() == 1;
    }

    void add(Vec3 pPatient) {
        change(points -> points.add(pPatient));
    }

    void move(int index, Vec3 pPatient) {
        change(points -> points.set(index, pPatient));
    }

    void removeLast() {
        change(points -> {
            if (!points.isEmpty()) {
                points.removeLast();
            }
        });
    }

    private void change(java.util.function.Consumer<List<Vec3>> edit) {
        Path now = path.get();
        if (now == null) {
            return;
        }
        List<Vec3> points = new ArrayList<>(now.points());
        edit.accept(points);
        path.set(now.with(points));
        if (points.size() > 1) {
            desk.views().stream()
                    .filter(view -> view.setProperty().get() == now.set())
                    .forEach(view -> view.curve(look -> look.through(points)));
        }
    }

    /// Takes the path away; a sheet that is shown stays.
    void clear() {
        path.set(null);
    }

    /// Ends the path and shows the sheet along it beside the view it was drawn in; fewer than two points make none.
    void finish() {
        Path now = path.get();
        if (now == null || now.points().size() < 2) {
            clear();
            return;
        }
        path.set(new Path(now.set(), now.points(), now.normal(), false));
        ViewportModel drawnIn = desk.activeProperty().get();
        if (desk.visible().size() == 1) {
            Arrangements.beside(desk, drawnIn);
        }
        ViewportModel sheet = desk.visible().stream()
                .filter(view -> view.modeProperty().get() instanceof ViewMode.Curve)
                .findFirst()
                .orElseGet(() -> after(drawnIn));
        sheet.show(now.set());
        sheet.modeProperty().set(new ViewMode.Curve(CurveLook.along(now.points(), now.normal())));
    }

    private ViewportModel after(ViewportModel view) {
        List<ViewportModel> visible = desk.visible();
        return visible.get((visible.indexOf(view) + 1) % visible.size());
    }
}
