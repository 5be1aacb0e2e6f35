package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedPicture;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A card that is missing, breaks or is too small never leaves the view black.
// [utest->req~view.gpu-fallback~1]
class FallbackRendererTest {
    private final List<RendererChoice> told = new ArrayList<>();

    @Test
    void withoutACardTheProcessorDrawsAndSaysWhy() throws RenderException {
        FallbackRenderer renderer = new FallbackRenderer(
                () -> {
                    throw new RenderException("viewer.renderer.software-gl", List.of("llvmpipe"), "", null);
                },
                told::add);
        assertDraws(renderer);
        assertEquals("viewer.renderer.software-gl", told.getFirst().reasonKey());
        assertEquals(List.of("llvmpipe"), told.getFirst().reasonArguments());
        assertFalse(told.getFirst().isGpu());
    }

    @Test
    void aMissingNativeLibraryIsAnsweredLikeAMissingCard() throws RenderException {
        FallbackRenderer renderer = new FallbackRenderer(
                () -> {
                    throw new UnsatisfiedLinkError("gluegen");
                },
                told::add);
        assertDraws(renderer);
        assertEquals("viewer.renderer.gl-failed", told.getFirst().reasonKey());
    }

    @Test
    void aCardThatBreaksIsReplacedBeforeThePictureIsShown() throws RenderException {
        Broken card = new Broken(new RenderException("viewer.renderer.gl-failed", List.of("505"), "", null));
        FallbackRenderer renderer = new FallbackRenderer(() -> card, told::add);
        assertTrue(told.getFirst().isGpu());
        assertDraws(renderer);
        assertTrue(card.closed);
        assertEquals("viewer.renderer.gl-lost", told.getLast().reasonKey());
    }

    @Test
    void onePictureTooLargeForTheCardIsDrawnByTheProcessorAndTheCardStays() throws RenderException {
        Broken card = new Broken(new PictureTooLargeException("20000 x 20000"));
        FallbackRenderer renderer = new FallbackRenderer(() -> card, told::add);
        assertDraws(renderer);
        assertDraws(renderer);
        assertFalse(card.closed);
        assertEquals(2, told.size(), "told once, not for every picture");
        assertEquals("viewer.renderer.too-large", told.getLast().reasonKey());
        assertFalse(told.getLast().isGpu());
    }

    private static void assertDraws(Renderer renderer) throws RenderException {
        Volume volume = new Volume(List.of(GreySlice.of(1, 1, new short[] {255}, 1, 0)), AffineMap.IDENTITY, false);
        Voi voi = Voi.Window.linear(128, 256);
        ResolvedView view = ViewResolver.resolve(
                volume,
                new ViewPlane(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0)),
                Slab.THIN,
                ViewPresentation.FIT,
                new ViewResolver.Look(
                        voi, false, new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR)),
                ViewResolver.PictureSize.pixels(1, 1));
        int[] picture = new int[1];
        renderer.render(view, IntBuffer.wrap(picture));
        assertEquals(0xFFFFFFFF, picture[0]);
    }

    private static final class Broken implements Renderer {
        private final RenderException fault;
        private boolean closed;

        Broken(RenderException fault) {
            this.fault = fault;
        }

        @Override
        public void render(ResolvedPicture picture, IntBuffer argb) throws RenderException {
            throw fault;
        }

        @Override
        public String describe() {
            return "broken";
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
