package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import org.readingroom.viewer.viewport.ResolvedPicture;

/// Draws resolved pictures.
///
/// **Thread:** one thread makes, uses and closes a renderer.
public interface Renderer extends AutoCloseable {
    /// Draws the whole picture.
    ///
    /// **Shape:** `picture.height() × picture.width()` pixels 0xAARRGGBB (bytes B, G, R, A in memory on
    /// little-endian
    /// machines), opaque, row-major from index 0 of `argb`; what lies beyond is left alone.
    /// Nothing drawn is black.
    /// **Errors:** [RenderException] when it cannot; `argb` may then hold anything.
    void render(ResolvedPicture picture, IntBuffer argb) throws RenderException;

    /// English name for logs and the status bar's tooltip, such as the GL renderer string.
    String describe();

    /// Frees what the renderer holds; again does nothing.
    @Override
    void close();
}
