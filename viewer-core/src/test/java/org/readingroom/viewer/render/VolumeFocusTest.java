package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;
import org.readingroom.viewer.volume.Volume;

/// A parametric map with one wild value is as readable in a cut as in its frames.
// [utest->req~view.grey-order~1]
class VolumeFocusTest {
    private static final int SIDE = 16;
    private static final Voi WINDOW = new Voi.Window(1, 2, Voi.Function.LINEAR_EXACT, "");

    /// Rises from 0 to 2 along the rows of a slice; in one corner of every slice stands a billion.
    private static Volume map() throws CodecException {
        PixelFormat format = new PixelFormat(SIDE, SIDE, 1, 32, 0, -1, true, "MONOCHROME2", 0);
        ImageFrame frame = new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.1"), 0),
                format,
                null,
                null,
                PixelScale.None.SQUARE,
                new ModalityLut.Linear(1, 0, ValueUnit.NONE),
                List.of(),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
        List<Slice> slices = new ArrayList<>();
        for (int k = 0; k < SIDE; k++) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < SIDE * SIDE; i++) {
                bytes.putFloat(i == 0 ? 1e9f : 2f * (i % SIDE) / (SIDE - 1));
            }
            slices.add(SliceDecoder.slice(frame, new StoredPixels(format, bytes.array())));
        }
        return new Volume(slices, AffineMap.IDENTITY, true);
    }

    private static ResolvedView coronal(Volume volume, Slab slab, ViewExtras extras) {
        return ViewResolver.resolve(
                volume,
                ReformatRequest.plane(new Vec3(7.5, 9, 7.5), new Vec3(0, 1, 0), new Vec3(0, 0, 1)),
                slab,
                ViewPresentation.FIT,
                look(),
                ViewResolver.PictureSize.pixels(SIDE, SIDE),
                extras);
    }

    private static ViewResolver.Look look() {
        return new ViewResolver.Look(
                WINDOW, false, new DataPresentation(WINDOW, false, Palettes.GREY, Interpolation.LINEAR));
    }

    private static void rises(ResolvedView view) {
        int[] picture = new int[SIDE * SIDE];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, IntBuffer.wrap(picture));
        }
        for (int x = 0; x < SIDE; x++) {
            assertEquals(255.0 * x / (SIDE - 1), picture[8 * SIDE + x] & 0xFF, 1, "column " + x);
        }
    }

    @Test
    void aCutShowsTheGreysOfItsWindow() throws CodecException {
        rises(coronal(map(), Slab.THIN, ViewExtras.NONE));
        rises(coronal(map(), new Slab(4, Slab.Projection.MAXIMUM), ViewExtras.NONE));
    }

    @Test
    void soDoesAMapLaidOverAnother() throws CodecException {
        Fusion fusion = new Fusion(map(), AffineMap.IDENTITY, look(), 1, Fusion.Blend.EVEN);
        rises(coronal(map(), Slab.THIN, ViewExtras.NONE.withFusion(fusion)));
    }

    @Test
    void theSameSamplesServeUntilWindowOrVolumeChange() throws CodecException {
        VolumeFocus focus = new VolumeFocus();
        Volume map = map();
        Volume once = focus.on(coronal(map, Slab.THIN, ViewExtras.NONE)).volume();
        assertTrue(once == focus.on(coronal(map, Slab.THIN, ViewExtras.NONE)).volume());
        assertTrue(once != focus.on(coronal(map(), Slab.THIN, ViewExtras.NONE)).volume());
    }
}
