package org.readingroom.desktop.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.greyscale.DisplayCalibration;
import org.readingroom.viewer.render.CalibratedPicture;
import org.readingroom.viewer.render.FallbackRenderer;
import org.readingroom.viewer.render.GpuSource;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.RendererChoice;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.ResolvedPicture;

/// The one renderer of the program, which lives on the `gl` lane, and what the status bar says
/// about it.
public final class PictureMaker implements AutoCloseable {
    private final TaskRunner tasks;
    private final GpuSource gpu;
    private final ReadOnlyObjectWrapper<@Nullable RendererChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable DisplayCalibration> calibration = new SimpleObjectProperty<>();
    private final Map<Window, Optional<DisplayCalibration>> others = new WeakHashMap<>();
    private @Nullable FallbackRenderer renderer;

    public PictureMaker(TaskRunner tasks, GpuSource gpu) {
        this.tasks = tasks;
        this.gpu = gpu;
    }

    /// Which renderer draws and why; null until the first picture was asked for.
    ///
    /// **Thread:** FX.
    public ReadOnlyObjectProperty<@Nullable RendererChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// The curve of the monitor on which the window stands; null shows greys as they are. Pictures already
    /// on the screen are to be drawn again when it changes.
    ///
    /// **Thread:** FX.
    public ObjectProperty<@Nullable DisplayCalibration> calibrationProperty() {
        return calibration;
    }

    /// The curve of the monitor on which a further window stands; null shows greys as they are.
    ///
    /// **Thread:** FX.
    public void calibrate(Window further, @Nullable DisplayCalibration curve) {
        others.put(further, Optional.ofNullable(curve));
    }

    private @Nullable DisplayCalibration curve(@Nullable Window window) {
        Optional<DisplayCalibration> other = window == null ? null : others.get(window);
        return other == null ? calibration.get() : other.orElse(null);
    }

    /// Opens the renderer now rather than with the first picture.
    public void warmUp() {
        tasks.start(Lane.GL, Priority.PREFETCH, this::renderer);
    }

    /// Draws `view` into `argb` on the `gl` lane, for the monitor of `window` as it is now, then calls one of the two
    /// on
    /// FX.
    // [impl->req~desk.calibrated-once~1]
    Handle draw(
            ResolvedPicture view, IntBuffer argb, @Nullable Window window, Runnable done, Consumer<Exception> failed) {
        DisplayCalibration curve = curve(window);
        return tasks.start(
                Lane.GL,
                Priority.ON_SCREEN,
                () -> {
                    renderer().render(view, argb);
                    if (curve != null) {
                        CalibratedPicture.apply(view, curve, argb);
                    }
                    return view;
                },
                drawn -> done.run(),
                failed);
    }

    /// Draws `view` as it is, for no monitor, then calls one of the two on FX.
    Handle drawPlain(ResolvedPicture view, Consumer<int[]> done, Consumer<Exception> failed) {
        return tasks.start(
                Lane.GL,
                Priority.NEIGHBOUR,
                () -> {
                    IntBuffer argb = ByteBuffer.allocateDirect(Math.multiplyExact(4, view.width() * view.height()))
                            .order(ByteOrder.nativeOrder())
                            .asIntBuffer();
                    renderer().render(view, argb);
                    int[] drawn = new int[argb.capacity()];
                    argb.get(0, drawn);
                    return drawn;
                },
                done,
                failed);
    }

    /// Draws on the calling thread of the `gl` lane.
    void drawHere(ResolvedPicture view, IntBuffer argb) throws RenderException {
        renderer().render(view, argb);
    }

    private FallbackRenderer renderer() {
        FallbackRenderer open = renderer;
        if (open == null) {
            open = new FallbackRenderer(gpu, made -> tasks.start(Lane.FX, Priority.ON_SCREEN, () -> choice.set(made)));
            renderer = open;
        }
        return open;
    }

    @Override
    public void close() {
        tasks.start(Lane.GL, Priority.ON_SCREEN, () -> {
            if (renderer != null) {
                renderer.close();
                renderer = null;
            }
        });
    }
}
