package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedCurve;
import org.readingroom.viewer.volume.ColourSlice;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;

/// Of a picture that is no longer wanted nothing is heard, neither good nor bad.
@Tag("ui")
// [utest->req~desk.views~1]
class FrameLoopTest {
    private final StepRunner tasks = new StepRunner();
    private final List<String> shown = new ArrayList<>();
    private final List<Exception> faults = new ArrayList<>();
    private final PictureMaker maker = new PictureMaker(tasks, () -> {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    });
    private final FrameLoop<String> loop = new FrameLoop<>(maker, (image, token) -> shown.add(token), faults::add);

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    private static ResolvedCurve picture(Slice slice) {
        Volume volume = new Volume(List.of(slice), AffineMap.IDENTITY, true);
        return new ResolvedCurve(
                2,
                volume,
                List.of(new ResolvedCurve.Row(Vec3.ZERO, new Vec3(1, 0, 0))),
                1,
                Interpolation.LINEAR,
                Voi.Window.linear(40, 400),
                false,
                Palettes.GREY);
    }

    /// Images are made on FX.
    private static void onFx(Runnable work) throws Exception {
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                100,
                100)) {
            assertTrue(DeskStage.onFx(stage.stage::isShowing));
            DeskStage.onFx(work);
        }
    }

    @Test
    void aFaultOfAForgottenPictureDoesNotTakeTheWishForTheNextOneAway() throws Exception {
        onFx(() -> {
            // colour has no sheet along a path: drawing it fails
            loop.wish(picture(new ColourSlice(2, 2, new int[4])), "old");
            loop.forget();
            loop.wish(picture(GreySlice.of(2, 2, new short[4], 1, 0)), "new");
            tasks.runAll();
        });
        assertEquals(List.of(), faults);
        assertEquals(List.of("new"), shown);
        assertTrue(loop.isAtRest());
    }

    @Test
    void aFaultOfTheWantedPictureIsTold() throws Exception {
        onFx(() -> {
            loop.wish(picture(new ColourSlice(2, 2, new int[4])), "bad");
            tasks.runAll();
        });
        assertEquals(1, faults.size());
        assertEquals(List.of(), shown);
    }
}
