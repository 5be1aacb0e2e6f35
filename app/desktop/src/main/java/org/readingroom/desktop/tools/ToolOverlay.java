package org.readingroom.desktop.tools;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.desk.ToolLayer;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.AnnotationId;

/// The layer of marks over every view: paints them and hands mouse and keys to the gestures.
///
/// **Thread:** FX.
// [impl->req~tools.keys~1]
public final class ToolOverlay implements ToolLayer {
    /// chosen: below the frame of the view.
    private static final double PROMPT_Y = 14;

    private final MarksModel marks;
    private final MarkActions actions;
    private final MarkGestures gestures;
    private final MarkPainter painter = new MarkPainter();
    private final ValuesPanel panel = new ValuesPanel();
    private final MarkMenu menu;
    private final MarkWords typed;
    private final Words words;
    private @Nullable AnnotationId hovered;
    private @Nullable Cursor cursor;
    private @Nullable Object hand;
    private boolean isMenuPress;

    public ToolOverlay(MarksModel marks, MarkActions actions, Words words) {
        this.marks = marks;
        this.actions = actions;
        this.words = words;
        this.gestures = new MarkGestures(marks, actions.snap());
        actions.onGesture(gestures::cancel);
        actions.onWords(this::editWords);
        this.menu = new MarkMenu(actions, words);
        this.typed = new MarkWords(marks, words);
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        canvas.save();
        MarkScene scene = scene(view);
        painter.paint(canvas, scene, marks.selectedProperty().get(), hovered);
        if (actions.valuesProperty().get()) {
            panel.paint(canvas, marks, scene, words.messagesProperty().get(), new MarkSpace(view));
        }
        ToolPrompt.of(
                        marks.toolProperty().get(),
                        gestures.pointsSet(),
                        new MarkSpace(view).placement(),
                        actions.snap().onProperty().get())
                .ifPresent(key ->
                        painter.note(canvas, words.get(key), view.transform().width(), PROMPT_Y));
        long folded = scene.folded();
        if (folded > 0) {
            String told = words.get("desk.tools.folded", Long.toString(folded));
            painter.note(
                    canvas, told, view.transform().width(), view.transform().height() - painter.lineHeight());
        }
        canvas.restore();
    }

    @Override
    public void paintForPage(GraphicsContext canvas, ViewContext view) {
        canvas.save();
        MarkScene scene = scene(view);
        painter.paint(canvas, scene, null, null);
        long folded = scene.folded();
        if (folded > 0) {
            String told = words.get("desk.tools.folded", Long.toString(folded));
            painter.note(
                    canvas, told, view.transform().width(), view.transform().height() - painter.lineHeight());
        }
        canvas.restore();
    }

    MarkScene scene(ViewContext view) {
        return MarkScene.of(marks, new MarkSpace(view), words.messagesProperty().get(), painter, hovered);
    }

    /// Of the mark that was selected, where it was.
    private void editWords() {
        if (hand instanceof ViewportNode node) {
            node.context().ifPresent(view -> typed.edit(node, scene(view)));
        }
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        menu.hide();
        hand = event.getSource();
        if (event.getButton() == MouseButton.SECONDARY) {
            return pressedForMenu(event, view);
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return false;
        }
        return gestures.press(at(event), new MarkSpace(view), scene(view), event.isShiftDown());
    }

    private boolean pressedForMenu(MouseEvent event, ViewContext view) {
        if (gestures.cancel()) {
            return true;
        }
        MarkScene scene = scene(view);
        Optional<Hit> hit = Hit.at(
                at(event),
                scene.shapes(),
                scene.labels(),
                marks.selectedProperty().get());
        hit.ifPresent(h -> marks.select(h.annotation()));
        isMenuPress = hit.isPresent();
        return isMenuPress;
    }

    @Override
    public boolean dragged(MouseEvent event, ViewContext view) {
        return gestures.follow(at(event), new MarkSpace(view), event.isShiftDown());
    }

    @Override
    public boolean released(MouseEvent event, ViewContext view) {
        AnnotationId selected = marks.selectedProperty().get();
        if (isMenuPress && selected != null && event.getSource() instanceof Node node) {
            isMenuPress = false;
            menu.show(node, selected, event.getScreenX(), event.getScreenY());
            return true;
        }
        gestures.release(at(event), new MarkSpace(view), event.isShiftDown());
        if (event.getSource() instanceof Node node) {
            gestures.takeUnworded().ifPresent(drawn -> typed.ask(drawn, node, at(event)));
        }
        return true;
    }

    @Override
    public boolean moved(MouseEvent event, ViewContext view) {
        if (gestures.isDrawing()) {
            return gestures.follow(at(event), new MarkSpace(view), event.isShiftDown());
        }
        MarkScene scene = scene(view);
        Optional<Hit> hit = Hit.at(
                at(event),
                scene.shapes(),
                scene.labels(),
                marks.selectedProperty().get());
        AnnotationId under = hit.map(Hit::annotation).orElse(null);
        cursor = hit.map(h -> h.part() == Hit.Part.HANDLE ? Cursor.HAND : Cursor.MOVE)
                .orElse(marks.toolProperty().get() == null ? null : Cursor.CROSSHAIR);
        if (!java.util.Objects.equals(under, hovered)) {
            hovered = under;
            view.repaintOverlay();
        }
        return hit.isPresent();
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        // the second press of a quick click, click drawing must not maximise the view
        return (marks.toolProperty().get() != null || gestures.isActive()) && pressed(event, view);
    }

    @Override
    public @Nullable Cursor cursor(ViewContext view) {
        return cursor;
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        if (event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown())) {
            return menuByKey(event, view);
        }
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        boolean isTaken = isPlain
                && switch (event.getCode()) {
                    // it must not maximise the view because a path has too few points
                    case ENTER -> gestures.finish() || gestures.isDrawing();
                    case BACK_SPACE -> gestures.takeBack();
                    case ESCAPE -> escape();
                    default -> false;
                };
        Optional<Command> asked = actions.commands().stream()
                .filter(command -> !isTaken && command.isAskedBy(event))
                .findFirst();
        asked.ifPresent(command -> command.action().run());
        return isTaken || asked.isPresent();
    }

    /// The menu of the selected mark, beside its label.
    private boolean menuByKey(KeyEvent event, ViewContext view) {
        AnnotationId selected = marks.selectedProperty().get();
        LabelBox label = selected == null ? null : scene(view).labels().get(selected);
        if (selected == null || label == null || !(event.getTarget() instanceof Node node)) {
            return false;
        }
        Point2D at = node.localToScreen(label.x(), label.y() + label.height());
        menu.show(node, selected, at.getX(), at.getY());
        return true;
    }

    /// What is under way first, then the tool, then the selection; false when there was nothing to put down.
    private boolean escape() {
        if (gestures.cancel()) {
            return true;
        }
        if (marks.toolProperty().get() != null) {
            marks.toolProperty().set(null);
            return true;
        }
        if (marks.selectedProperty().get() != null) {
            marks.select(null);
            return true;
        }
        return false;
    }

    private static ScreenPoint at(MouseEvent event) {
        return new ScreenPoint(event.getX(), event.getY());
    }
}
