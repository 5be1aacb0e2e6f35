package org.readingroom.desktop.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.ResolvedPicture;

/// Draws the pictures of one view, one at a time; of the wishes that come meanwhile only the
/// latest is drawn.
///
/// Three buffers go round: one on screen, one the toolkit may still be reading, one being drawn
/// into.
///
/// **Thread:** FX; drawing itself is on the `gl` lane.
final class FrameLoop<W> {
    private final PictureMaker maker;
    private final Supplier<@Nullable Window> window;
    private final BiConsumer<Image, W> show;
    private final Consumer<Exception> failed;
    private final Deque<Buffer> resting = new ArrayDeque<>();
    private @Nullable Buffer shown;
    private @Nullable Wish<W> next;
    private boolean drawing;
    private long drawn;

    private record Wish<W>(ResolvedPicture view, W token) {}

    private record Buffer(int width, int height, IntBuffer argb, PixelBuffer<IntBuffer> pixels, Image image) {
        static Buffer of(int width, int height) {
            IntBuffer argb = ByteBuffer.allocateDirect(Math.multiplyExact(4, width * height))
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(width, height, argb, PixelFormat.getIntArgbPreInstance());
            return new Buffer(width, height, argb, pixels, new WritableImage(pixels));
        }
    }

    /// `show` is given each finished picture with the token of its wish.
    FrameLoop(PictureMaker maker, BiConsumer<Image, W> show, Consumer<Exception> failed) {
        this(maker, null, show, failed);
    }

    /// Pictures are made for the monitor of the window that `at` is in; of the main one without.
    FrameLoop(PictureMaker maker, @Nullable Node at, BiConsumer<Image, W> show, Consumer<Exception> failed) {
        this.maker = maker;
        this.window =
                () -> at == null || at.getScene() == null ? null : at.getScene().getWindow();
        this.show = show;
        this.failed = failed;
    }

    /// Wishes for a picture; an older wish not yet begun is forgotten.
    void wish(ResolvedPicture view, W token) {
        next = new Wish<>(view, token);
        begin();
    }

    /// Whether nothing is wished or being drawn.
    boolean isAtRest() {
        return !drawing && next == null;
    }

    /// Forgets what was wished; a picture being drawn is not shown.
    void forget() {
        next = null;
        drawn++;
    }

    private void begin() {
        Wish<W> wish = next;
        if (drawing || wish == null) {
            return;
        }
        next = null;
        drawing = true;
        long number = drawn;
        Buffer buffer = buffer(wish.view().width(), wish.view().height());
        maker.draw(
                wish.view(),
                buffer.argb(),
                window.get(),
                () -> {
                    drawing = false;
                    if (number == drawn) {
                        present(buffer, wish);
                    } else {
                        resting.add(buffer);
                    }
                    begin();
                },
                fault -> {
                    drawing = false;
                    resting.add(buffer);
                    if (number == drawn) {
                        failed.accept(fault);
                    }
                    begin();
                });
    }

    /// The buffer that has rested longest; at least one other rests on, as the toolkit may still
    /// read it.
    private Buffer buffer(int width, int height) {
        resting.removeIf(b -> b.width() != width || b.height() != height);
        return resting.size() >= 2 ? resting.removeFirst() : Buffer.of(width, height);
    }

    private void present(Buffer buffer, Wish<W> wish) {
        buffer.pixels().updateBuffer(pixels -> null);
        show.accept(buffer.image(), wish.token());
        if (shown != null) {
            resting.add(shown);
        }
        shown = buffer;
    }
}
