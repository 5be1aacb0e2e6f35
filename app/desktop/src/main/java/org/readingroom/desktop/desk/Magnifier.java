package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.viewer.viewport.Magnified;
import org.readingroom.viewer.viewport.ResolvedView;

/// A round lens at the pointer over flat pictures: the same volume, window and layers sampled anew on finer steps, by
/// the
/// same renderer for the same monitor. It takes no press and changes no readout.
///
/// **Thread:** FX.
// [impl->req~desk.magnifier~1]
public final class Magnifier implements ToolLayer {
    /// chosen: a lens larger than this hides what it is compared with.
    private static final double SIDE = 240;

    private static final double LEAST = 2;
    private static final double MOST = 4;
    private static final Color RING = Color.web("#4FB3D9");

    private final ReadingDeskModel desk;
    private final PictureMaker maker;
    private boolean isOn;
    private double power = LEAST;
    private @Nullable ViewportNode node;
    private @Nullable FrameLoop<Lens> loop;
    private double pointerX;
    private double pointerY;
    private @Nullable Lens wished;
    private @Nullable Lens shown;
    private @Nullable Image image;

    /// Which part of which picture.
    private record Lens(ResolvedView picture, double x, double y, double power) {
        boolean isOf(ResolvedView other) {
            return picture.equals(other);
        }
    }

    public Magnifier(ReadingDeskModel desk, PictureMaker maker) {
        this.desk = desk;
        this.maker = maker;
    }

    /// `inHand` says whether a view has the keyboard.
    public List<Command> commands(ObservableBooleanValue inHand) {
        return List.of(
                command("magnifier", new KeyCodeCombination(KeyCode.F4), inHand, this::toggle),
                command(
                        "magnifier-power",
                        new KeyCodeCombination(KeyCode.F4, KeyCombination.SHIFT_DOWN),
                        inHand,
                        this::stronger));
    }

    private static Command command(String id, KeyCombination key, ObservableBooleanValue when, Runnable action) {
        return new Command("desk." + id, "desk.command." + id, key, when, action);
    }

    private void toggle() {
        isOn = !isOn;
        forget();
        desk.repaintMarks();
    }

    /// Two, three and four times, and two again.
    private void stronger() {
        isOn = true;
        power = power >= MOST ? LEAST : power + 1;
        desk.repaintMarks();
    }

    private void forget() {
        wished = null;
        shown = null;
        image = null;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very node under the pointer
    public boolean moved(MouseEvent event, ViewContext view) {
        if (event.getSource() instanceof ViewportNode over) {
            if (over != node) {
                forget();
                node = over;
                loop = new FrameLoop<>(maker, over, this::present, fault -> forget());
            }
            pointerX = event.getX();
            pointerY = event.getY();
            if (isOn) {
                view.repaintOverlay();
            }
        }
        return false;
    }

    private void present(Image drawn, Lens lens) {
        image = drawn;
        shown = lens;
        if (node != null) {
            node.repaintMarks();
        }
    }

    @Override
    public void paint(GraphicsContext canvas, ViewContext view) {
        ResolvedView picture = view.resolved();
        if (!isOn || node == null || !isUnderPointer(picture)) {
            return;
        }
        wish(picture);
        Lens lens = shown;
        if (lens != null && image != null && lens.isOf(picture)) {
            draw(canvas, lens, image);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very picture on the screen, not one like it
    private boolean isUnderPointer(ResolvedView picture) {
        return Optional.ofNullable(node)
                .flatMap(ViewportNode::context)
                .filter(context -> context.resolved() == picture)
                .isPresent();
    }

    private void wish(ResolvedView picture) {
        Lens lens = new Lens(picture, pointerX, pointerY, power);
        if (loop == null || lens.equals(wished)) {
            return;
        }
        wished = lens;
        double elements = picture.width() / picture.transform().width();
        loop.wish(
                Magnified.of(
                        picture,
                        lens.x() * elements - 0.5,
                        lens.y() * elements - 0.5,
                        Math.max(1, (int) Math.round(SIDE * elements)),
                        power),
                lens);
    }

    private static void draw(GraphicsContext canvas, Lens lens, Image image) {
        double left = lens.x() - SIDE / 2;
        double top = lens.y() - SIDE / 2;
        canvas.save();
        canvas.beginPath();
        canvas.arc(lens.x(), lens.y(), SIDE / 2, SIDE / 2, 0, 360);
        canvas.closePath();
        canvas.clip();
        canvas.setImageSmoothing(false);
        canvas.drawImage(image, left, top, SIDE, SIDE);
        canvas.restore();
        canvas.setStroke(RING);
        canvas.setLineWidth(1.5);
        canvas.strokeOval(left, top, SIDE, SIDE);
        ViewDecor.write(canvas, "×" + (int) lens.power(), lens.x() + SIDE * 0.36, lens.y() + SIDE * 0.44);
    }
}
