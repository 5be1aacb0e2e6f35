package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.Magnified;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The value of each voxel is `column + 100 row`, so that a picture says where it was sampled.
class MagnifiedTest {
    private static final int SIDE = 64;

    private static ResolvedView picture(ViewPresentation look) {
        short[] samples = new short[SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % SIDE + 100 * (i / SIDE));
        }
        Volume volume = new Volume(List.of(GreySlice.of(SIDE, SIDE, samples, 1, 0)), AffineMap.IDENTITY, false);
        Voi voi = Voi.Window.linear(0, 6400);
        return ViewResolver.resolve(
                volume,
                PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0),
                Slab.THIN,
                look,
                new ViewResolver.Look(
                        voi, false, new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR)),
                ViewResolver.PictureSize.pixels(SIDE, SIDE),
                ViewExtras.NONE);
    }

    // [utest->req~desk.magnifier~1]
    @Test
    void theLensSamplesTheVoxelsBetweenThoseOfThePicture() {
        ResolvedView lens = Magnified.of(picture(ViewPresentation.FIT), 20, 30, 41, 4);
        float[] values = ModalitySampler.sample(lens).values();
        assertEquals(20 + 3000, values[20 * 41 + 20], 1e-2, "the point itself stays in the middle");
        assertEquals(20 + 5 + 3000, values[20 * 41 + 40], 1e-2, "20 elements to the right are 5 voxels");
        assertEquals(20 + 3000 - 500, values[20], 1e-1, "20 elements up are 5 rows");
        assertEquals(20.25 + 3025, values[21 * 41 + 21], 1e-1, "one element is a quarter of a voxel");
    }

    @Test
    void aTurnedPictureIsMagnifiedTurned() {
        ResolvedView turned = picture(ViewPresentation.FIT.turned(90));
        float[] plain = ModalitySampler.sample(turned).values();
        ResolvedView lens = Magnified.of(turned, 40, 25, 9, 2);
        float[] values = ModalitySampler.sample(lens).values();
        assertEquals(plain[25 * SIDE + 40], values[4 * 9 + 4], 1e-2);
        assertEquals(plain[25 * SIDE + 42], values[4 * 9 + 8], 1e-2);
        assertEquals(plain[27 * SIDE + 40], values[8 * 9 + 4], 1e-2);
    }

    @Test
    void placesOfTheLensAreThoseOfItsPixels() {
        ResolvedView lens = Magnified.of(picture(ViewPresentation.FIT), 20, 30, 41, 4);
        Vec3 sampled = lens.origin().plus(lens.du().times(7)).plus(lens.dv().times(3));
        Vec3 placed = lens.transform().screenToVoxel(7.5, 3.5);
        assertEquals(0, sampled.minus(placed).length(), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> Magnified.of(lens, 0, 0, 4, 0.5));
    }
}
