package org.readingroom.viewer.render;

/// Opens a renderer on the graphics card, or says why there is none to open.
@FunctionalInterface
public interface GpuSource {
    /// **Thread:** the `gl` lane, where the renderer stays.
    /// **Errors:** [RenderException] whose message key and arguments tell the reader why.
    Renderer open() throws RenderException;
}
