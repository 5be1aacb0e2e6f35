package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;

/// The lines where the other views cut this one, and the hands that move them.
///
/// Near the middle a drag moves the place; on a line's inner half it moves that cut alone; further out it turns
/// the cuts, which makes them oblique. A click takes all views to where it was.
// [impl->req~desk.crosshair-drag~1]
public final class CrosshairLayer implements ToolLayer {
    private static final Color LINE = Color.web("#4FB3D9", 0.8);
    private static final Color FACE = Color.web("#4FB3D9", 0.45);
    /// chosen: logical pixels around the place that stay free, so that no line covers what it points at.
    private static final double FREE = 14;
    /// chosen: how close to a line the pointer takes hold of it.
    private static final double GRASP = 5;
    /// chosen: from this distance on a line turns, nearer it moves.
    private static final double TURNS_FROM = 90;

    /// chosen: where along a line its name stands, and how far apart names are.
    private static final double NAME_AT = 0.08;

    private static final double NAME_APART = 0.06;

    private sealed interface Hold {
        record Place() implements Hold {}

        record Move(ViewportModel other) implements Hold {}

        record TurnLine(double angle) implements Hold {}
    }

    private record Line(ViewportModel view, ViewPlane plane, ScreenLine line) {}

    private final Crosshair crosshair;
    private final Words words;
    private @Nullable Hold hold;
    private @Nullable Cursor cursor;

    public CrosshairLayer(Crosshair crosshair, Words words) {
        this.crosshair = crosshair;
        this.words = words;
    }

    private boolean isShown() {
        return crosshair.shownProperty().get();
    }

    /// The place in this view and how far behind its plane it lies.
    private Optional<Vec3> place(ViewContext view) {
        return crosshair.place(view.displaySet()).map(view.transform()::worldToScreen);
    }

    private List<Line> lines(ViewContext view) {
        List<Line> lines = new ArrayList<>();
        for (ViewportModel other : crosshair.views(view.displaySet())) {
            other.plane()
                    .ifPresent(plane -> ScreenLine.of(view.transform(), plane, 0)
                            .ifPresent(line -> lines.add(new Line(other, plane, line))));
        }
        return lines;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        Optional<Vec3> place = place(view);
        if (!isShown() || place.isEmpty() || !view.volume().isInPatient()) {
            return;
        }
        canvas.save();
        canvas.setFont(Font.font("Noto Sans CJK SC", 11));
        canvas.setLineWidth(1);
        for (Line line : lines(view)) {
            paint(canvas, view, line, place.get());
        }
        double thick = Math.max(view.slab().thicknessMm() / 2, 1);
        if (Math.abs(place.get().z()) <= thick) {
            mark(canvas, place.get());
        }
        canvas.restore();
    }

    private void paint(GraphicsContext canvas, ViewContext view, Line line, Vec3 place) {
        double width = view.transform().width();
        double height = view.transform().height();
        canvas.setStroke(LINE);
        line.line().within(width, height).ifPresent(ends -> {
            spare(canvas, ends, place);
            String name = line.view().stateProperty().get().plane().name().toLowerCase(Locale.ROOT);
            canvas.setFill(LINE);
            // away from the letters at the edges, and from the name of a line that lies on this one
            double along = NAME_AT
                    + NAME_APART
                            * Math.max(0, crosshair.views(view.displaySet()).indexOf(line.view()));
            canvas.fillText(
                    words.get("desk.plane.short." + name),
                    ends.x1() + along * (ends.x2() - ends.x1()) + 4,
                    ends.y1() + along * (ends.y2() - ends.y1()) - 4);
        });
        Slab slab = line.view().stateProperty().get().slab();
        if (slab.thicknessMm() > 0 && line.view().stateProperty().get().plane().isReformat()) {
            canvas.setStroke(FACE);
            canvas.setLineDashes(4, 4);
            for (double side : new double[] {-0.5, 0.5}) {
                ScreenLine.of(view.transform(), line.plane(), side * slab.thicknessMm())
                        .flatMap(face -> face.within(width, height))
                        .ifPresent(e -> canvas.strokeLine(e.x1(), e.y1(), e.x2(), e.y2()));
            }
            canvas.setLineDashes();
        }
    }

    /// The line without its part around the place.
    private static void spare(GraphicsContext canvas, ScreenLine.Ends ends, Vec3 place) {
        double length = Math.hypot(ends.x2() - ends.x1(), ends.y2() - ends.y1());
        double ux = (ends.x2() - ends.x1()) / length;
        double uy = (ends.y2() - ends.y1()) / length;
        double along = (place.x() - ends.x1()) * ux + (place.y() - ends.y1()) * uy;
        double before = Math.clamp(along - FREE, 0, length);
        double after = Math.clamp(along + FREE, 0, length);
        canvas.strokeLine(ends.x1(), ends.y1(), ends.x1() + ux * before, ends.y1() + uy * before);
        canvas.strokeLine(ends.x1() + ux * after, ends.y1() + uy * after, ends.x2(), ends.y2());
    }

    private static void mark(GraphicsContext canvas, Vec3 p) {
        canvas.setStroke(LINE);
        canvas.strokeLine(p.x() - 4, p.y(), p.x() - 1.5, p.y());
        canvas.strokeLine(p.x() + 1.5, p.y(), p.x() + 4, p.y());
        canvas.strokeLine(p.x(), p.y() - 4, p.x(), p.y() - 1.5);
        canvas.strokeLine(p.x(), p.y() + 1.5, p.x(), p.y() + 4);
    }

    private @Nullable Hold at(MouseEvent event, ViewContext view) {
        Vec3 place = place(view).orElse(null);
        if (!isShown() || place == null || !view.volume().isInPatient()) {
            return null;
        }
        double away = Math.hypot(event.getX() - place.x(), event.getY() - place.y());
        if (away <= FREE) {
            return new Hold.Place();
        }
        return lines(view).stream()
                .filter(line -> line.line().distance(event.getX(), event.getY()) <= GRASP)
                .findFirst()
                .<Hold>map(line -> {
                    boolean turns = line.view().stateProperty().get().plane().isReformat() && away >= TURNS_FROM;
                    return turns ? new Hold.TurnLine(angle(event, place)) : new Hold.Move(line.view());
                })
                .orElse(null);
    }

    private static double angle(MouseEvent event, Vec3 place) {
        return Math.atan2(event.getY() - place.y(), event.getX() - place.x());
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        hold = event.getButton() == MouseButton.PRIMARY ? at(event, view) : null;
        return hold != null;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        Vec3 here = view.transform().screenToWorld(event.getX(), event.getY());
        switch (hold) {
            case Hold.Place place -> crosshair.moveTo(view.displaySet(), here);
            case Hold.Move move -> move.other().goTo(here);
            case Hold.TurnLine turn -> {
                Vec3 place = place(view).orElse(null);
                if (place != null) {
                    double now = angle(event, place);
                    AffineMap map = view.transform().screenToWorld();
                    crosshair.turn(view.displaySet(), map.x().cross(map.y()), now - turn.angle());
                    hold = new Hold.TurnLine(now);
                }
            }
            case null -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        hold = null;
        return true;
    }

    @Override
    public boolean clicked(MouseEvent event, ViewContext view) {
        if (!isShown()
                || event.getButton() != MouseButton.PRIMARY
                || !view.volume().isInPatient()) {
            return false;
        }
        crosshair.moveTo(view.displaySet(), view.transform().screenToWorld(event.getX(), event.getY()));
        return true;
    }

    @Override
    public boolean moved(MouseEvent event, ViewContext view) {
        cursor = switch (at(event, view)) {
            case Hold.Place place -> Cursor.MOVE;
            case Hold.Move move -> Cursor.HAND;
            case Hold.TurnLine turn -> Cursor.CLOSED_HAND;
            case null -> null;
        };
        return false;
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return cursor;
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (event.getCode() == KeyCode.ESCAPE && isShown()) {
            crosshair.shownProperty().set(false);
            return true;
        }
        return false;
    }
}
