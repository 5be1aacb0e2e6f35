package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws on the graphics card while that works, else on the processor; a failing card never leaves a view
/// black.
///
/// The picture that failed is drawn again by the processor, which stays for the rest of the session.
///
/// **Thread:** as [Renderer]; `told` is called on the same one.
// [impl->req~view.gpu-fallback~1]
public final class FallbackRenderer implements Renderer {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackRenderer.class);

    private final Consumer<RendererChoice> told;
    private Renderer renderer;
    private boolean isGpu;
    private boolean isTooLarge;

    /// Opens the card's renderer at once, and tells `told` of this and every later choice.
    public FallbackRenderer(GpuSource gpu, Consumer<RendererChoice> told) {
        this.told = told;
        Renderer chosen;
        RendererChoice choice;
        try {
            chosen = gpu.open();
            isGpu = true;
            choice = new RendererChoice(true, "viewer.renderer.gpu", List.of(chosen.describe()), chosen.describe());
        } catch (RenderException e) {
            chosen = new CpuRenderer();
            choice = new RendererChoice(false, e.messageKey(), e.messageArguments(), chosen.describe());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the graphics card could not be asked", e);
            chosen = new CpuRenderer();
            choice = new RendererChoice(
                    false, "viewer.renderer.gl-failed", List.of(e.getClass().getSimpleName()), chosen.describe());
        }
        renderer = chosen;
        LOG.info("renderer: {}; {} {}", chosen.describe(), choice.reasonKey(), choice.reasonArguments());
        told.accept(choice);
    }

    @Override
    public void render(ResolvedPicture picture, IntBuffer argb) throws RenderException {
        try {
            renderer.render(picture, argb);
            tellOfSize(false);
        } catch (PictureTooLargeException e) {
            LOG.info("drawn by the processor: {}", e.getMessage());
            new CpuRenderer().render(picture, argb);
            tellOfSize(true);
        } catch (RenderException | RuntimeException e) {
            if (!isGpu) {
                throw e;
            }
            LOG.warn("the graphics card failed; the processor draws from now on", e);
            closeQuietly();
            isGpu = false;
            renderer = new CpuRenderer();
            told.accept(new RendererChoice(
                    false, "viewer.renderer.gl-lost", List.of(e.getClass().getSimpleName()), renderer.describe()));
            renderer.render(picture, argb);
        }
    }

    /// Says when pictures begin to be too large for the card, and when they fit again.
    private void tellOfSize(boolean isNowTooLarge) {
        if (isNowTooLarge != isTooLarge) {
            isTooLarge = isNowTooLarge;
            told.accept(
                    isNowTooLarge
                            ? new RendererChoice(
                                    false, "viewer.renderer.too-large", List.of(), "CPU for a picture beyond the card")
                            : new RendererChoice(
                                    true, "viewer.renderer.gpu", List.of(renderer.describe()), renderer.describe()));
        }
    }

    private void closeQuietly() {
        try {
            renderer.close();
        } catch (RuntimeException e) {
            LOG.warn("the lost renderer could not be closed", e);
        }
    }

    @Override
    public String describe() {
        return renderer.describe();
    }

    @Override
    public void close() {
        renderer.close();
    }
}
