package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A fast picture has fewer elements, lies in the same place, and says that it is not the last word.
// [utest->req~view.quality~1]
class QualityTest {
    @Test
    void aFastPictureCoversTheSameWindowWithAQuarterOfTheElements() {
        ResolvedView full = view(Quality.FULL);
        ResolvedView fast = view(Quality.FAST);
        assertEquals(Quality.FAST, fast.quality());
        assertEquals(full.width(), 2 * fast.width());
        assertEquals(full.height(), 2 * fast.height());
        assertEquals(full.transform(), fast.transform());
        // the middle of the first fast element is the corner between the first four full ones
        assertEquals(full.origin().x() + full.du().x() / 2, fast.origin().x(), 1e-9);
        assertEquals(full.origin().y() + full.dv().y() / 2, fast.origin().y(), 1e-9);
        assertEquals(2 * full.du().x(), fast.du().x(), 1e-9);
    }

    private static ResolvedView view(Quality quality) {
        Volume volume = new Volume(List.of(GreySlice.of(8, 8, new short[64], 1, 0)), AffineMap.IDENTITY, false);
        Voi voi = Voi.Window.linear(0, 10);
        return ViewResolver.resolve(
                volume,
                PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0),
                Slab.THIN,
                ViewPresentation.FIT,
                new ViewResolver.Look(
                        voi, false, new DataPresentation(voi, false, Palettes.GREY, Interpolation.LINEAR)),
                ViewResolver.PictureSize.pixels(40, 30),
                ViewExtras.NONE.withQuality(quality));
    }
}
