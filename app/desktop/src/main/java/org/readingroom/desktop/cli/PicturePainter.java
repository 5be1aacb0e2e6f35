package org.readingroom.desktop.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.gpu.jogl.JoglCard;
import org.readingroom.viewer.greyscale.CalibrationReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.CalibratedPicture;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.render.PngWriter;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.viewport.ResolvedPicture;

/// Draws a picture into a PNG file, with the renderer asked for and for the monitor named.
final class PicturePainter {
    /// Which renderer draws.
    enum Engine {
        cpu,
        gpu
    }

    private PicturePainter() {}

    /// `display` is the measured curve of a monitor, or null.
    static void draw(ResolvedPicture picture, Engine engine, @Nullable Path display, Path out)
            throws WorkstationException, IOException {
        int count = Math.multiplyExact(picture.width(), picture.height());
        // the card reads its pictures back into memory outside the heap
        IntBuffer pixels = engine == Engine.gpu
                ? ByteBuffer.allocateDirect(Math.multiplyExact(4, count))
                        .order(ByteOrder.nativeOrder())
                        .asIntBuffer()
                : IntBuffer.allocate(count);
        try (Renderer renderer = open(engine)) {
            renderer.render(picture, pixels);
        }
        if (display != null) {
            CalibratedPicture.apply(picture, CalibrationReader.read(display), pixels);
        }
        int[] argb = new int[count];
        pixels.get(0, argb);
        try (OutputStream png = new BufferedOutputStream(Files.newOutputStream(out))) {
            PngWriter.write(argb, picture.width(), picture.height(), png);
        }
    }

    private static Renderer open(Engine engine) throws WorkstationException {
        return switch (engine) {
            case cpu -> new CpuRenderer();
            case gpu -> JoglCard.any().open();
        };
    }
}
