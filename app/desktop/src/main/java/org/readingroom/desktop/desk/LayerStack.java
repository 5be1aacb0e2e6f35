package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Several layers as one: painted from the bottom, asked from the top; who takes a press keeps the hand until
/// its release.
public final class LayerStack implements ToolLayer {
    private final List<ToolLayer> topFirst;
    private @Nullable ToolLayer holder;

    public LayerStack(List<ToolLayer> topFirst) {
        this.topFirst = List.copyOf(topFirst);
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        topFirst.reversed().forEach(layer -> layer.paint(canvas, view));
    }

    @Override
    public void paintForPage(GraphicsContext canvas, ViewContext view) {
        topFirst.reversed().forEach(layer -> layer.paintForPage(canvas, view));
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        return take(layer -> layer.pressed(event, view));
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        return take(layer -> layer.doubleClicked(event, view));
    }

    private boolean take(Predicate<ToolLayer> wants) {
        holder = topFirst.stream().filter(wants).findFirst().orElse(null);
        return holder != null;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        return Optional.ofNullable(holder).map(h -> h.dragged(event, view)).orElse(false);
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        ToolLayer held = holder;
        holder = null;
        return held != null && held.released(event, view);
    }

    @Override
    public boolean clicked(MouseEvent event, ViewContext view) {
        return topFirst.stream().anyMatch(layer -> layer.clicked(event, view));
    }

    @Override
    public boolean moved(MouseEvent event, ViewContext view) {
        return topFirst.stream().anyMatch(layer -> layer.moved(event, view));
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        return topFirst.stream().anyMatch(layer -> layer.keyPressed(event, view));
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return topFirst.stream()
                .map(layer -> layer.cursor(view))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
