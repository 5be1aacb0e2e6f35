package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.desk.ToolLayer;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.SpineLevel;
import org.readingroom.viewer.geometry.Vec3;

/// Names vertebrae by clicks while their tool is in hand: the first is typed, each further one follows.
///
/// **Thread:** FX.
// [impl->req~tools.spine~1]
public final class SpineLayer implements ToolLayer {
    /// chosen: below the frame of the view, as the prompts of other tools.
    private static final double PROMPT_Y = 14;

    private final MarksModel marks;
    private final SpineLabels labels;
    private final WordsField field;
    private final Words words;
    private final Consumer<String> status;
    private final MarkPainter painter = new MarkPainter();

    /// `status` is told what could not be done.
    public SpineLayer(MarksModel marks, Words words, Consumer<String> status) {
        this.marks = marks;
        this.words = words;
        this.status = status;
        this.labels = new SpineLabels(marks);
        this.field = new WordsField(words);
    }

    private boolean isInHand() {
        return marks.toolProperty().get() == ToolKind.SPINE_LABEL;
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        if (!isInHand()) {
            return;
        }
        MarkSpace space = new MarkSpace(view);
        String told = space.placement()
                .map(placement -> prompt(
                        labels.next(space.study(), placement, true), labels.next(space.study(), placement, false)))
                .orElse(words.get("desk.tools.spine.no-place"));
        canvas.save();
        painter.note(canvas, told, view.transform().width(), PROMPT_Y);
        canvas.restore();
    }

    private String prompt(Optional<SpineLevel> down, Optional<SpineLevel> up) {
        return down.isEmpty() && up.isEmpty()
                ? words.get("desk.tools.spine.first")
                : words.get(
                        "desk.tools.spine.next",
                        down.map(Enum::name).orElse("?"),
                        up.map(Enum::name).orElse("?"));
    }

    @Override
    public boolean pressed(MouseEvent event, ViewContext view) {
        MarkSpace space = new MarkSpace(view);
        ScreenPoint at = new ScreenPoint(event.getX(), event.getY());
        Optional<Placement> placement = space.placement();
        if (!isInHand() || event.getButton() != MouseButton.PRIMARY || isOnLabel(at, space)) {
            return false;
        }
        if (placement.isEmpty()) {
            return true;
        }
        Vec3 point = space.toSpace(placement.get(), at);
        Optional<SpineLevel> level = labels.next(space.study(), placement.get(), !event.isShiftDown());
        if (level.isPresent()) {
            labels.place(placement.get(), point, level.get());
        } else if (event.getSource() instanceof Node node) {
            ask(node, at, "", typed -> labels.place(placement.get(), point, typed));
        }
        return true;
    }

    @Override
    public boolean doubleClicked(MouseEvent event, ViewContext view) {
        // two quick clicks are two names; they must not maximise the view
        return isInHand() && pressed(event, view);
    }

    /// A name that is there already is grabbed, not given again.
    private boolean isOnLabel(ScreenPoint at, MarkSpace space) {
        SpineSight sight = new SpineSight(marks, space);
        return marks.annotations().stream()
                .filter(SpineLabels::isSpine)
                .map(Annotation.Figure.class::cast)
                .filter(mark -> space.toScreen(mark.placement(), mark.points().getFirst())
                                .distanceTo(at)
                        <= Hit.HANDLE_PX)
                .anyMatch(mark -> sight.name(mark).isPresent());
    }

    private void ask(Node view, ScreenPoint at, String before, Consumer<SpineLevel> done) {
        field.open(view, at, before, "desk.tools.spine.name", typed -> {
            if (!typed.isEmpty()) {
                SpineLevel.of(typed)
                        .ifPresentOrElse(done, () -> status.accept(words.get("desk.tools.spine.unknown", typed)));
            }
        });
    }

    @Override
    public boolean keyPressed(KeyEvent event, ViewContext view) {
        boolean isPlain = !event.isShiftDown() && !event.isAltDown() && !event.isShortcutDown();
        return event.getCode() == KeyCode.F2
                && isPlain
                && event.getTarget() instanceof Node node
                && rename(node, view, false);
    }

    /// Asks for another name of the selected vertebra; with `isFollowed` those named after it keep their
    /// steps.
    private boolean rename(Node node, ViewContext view, boolean isFollowed) {
        Optional<Annotation.Figure> selected = labels.selected();
        selected.ifPresent(mark -> {
            ScreenPoint at =
                    new MarkSpace(view).toScreen(mark.placement(), mark.points().getFirst());
            ask(node, at, mark.label(), level -> {
                if (!labels.rename(mark, level, isFollowed)) {
                    status.accept(words.get("desk.tools.spine.past-end"));
                }
            });
        });
        return selected.isPresent();
    }

    /// Renaming for the palette and by key; `active` is the view in the hand.
    public List<Command> commands(Supplier<ViewportNode> active) {
        ObservableBooleanValue isSelected =
                Bindings.createBooleanBinding(() -> labels.selected().isPresent(), marks.selectedProperty());
        return List.of(
                command("rename", "Alt+U", isSelected, active, false),
                command("rename-following", "Alt+Shift+U", isSelected, active, true));
    }

    private Command command(
            String name, String keys, ObservableBooleanValue when, Supplier<ViewportNode> active, boolean isFollowed) {
        String key = "desk.tools.spine." + name;
        return new Command(key, key, KeyCombination.valueOf(keys), when, () -> {
            ViewportNode node = active.get();
            node.context().ifPresent(view -> rename(node, view, isFollowed));
        });
    }
}
