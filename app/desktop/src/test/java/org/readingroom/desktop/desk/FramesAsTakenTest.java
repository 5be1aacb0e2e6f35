package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Frames whose file recommends a mask, which the desk does not take off: their own window, and a word about it.
// [utest->req~view.mask-subtraction~1]
class FramesAsTakenTest {
    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(5, p -> (int) Math.round(10 * p.x()));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    @Test
    void theWindowIsThatOfTheFramesAndTheViewSaysThatAMaskIsAskedFor() {
        DisplaySet plain = frames.set();
        List<ImageFrame> masked =
                plain.frames().stream().map(FramesAsTakenTest::masked).toList();
        DisplaySet set = new DisplaySet(
                plain.id(),
                plain.study(),
                plain.series(),
                "XA",
                plain.description(),
                masked,
                plain.isVolume(),
                plain.warningKeys(),
                plain.rule(),
                plain.facts());
        desk.open(List.of(set), frames);
        tasks.runAll();
        ViewportModel view = desk.views().getFirst();
        Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(PictureSize.pixels(64, 64)));
        assertEquals(plain.frames().getFirst().vois().getFirst(), ready.view().voi());
        assertTrue(desk.warnings(view).contains("desk.mask.native"));
    }

    private static ImageFrame masked(ImageFrame f) {
        MaskSubtraction mask = new MaskSubtraction(List.of(1, 2, 3, 4), List.of(0), 0, 0, false, "", true);
        FrameExtras extras = new FrameExtras(List.of(), List.of(), null, mask, List.of(), null, null, null);
        return new ImageFrame(
                f.ref(),
                f.format(),
                f.plane(),
                f.frameOfReference(),
                f.scale(),
                f.modalityLut(),
                f.vois(),
                f.inverse(),
                f.padding(),
                f.paletteColor(),
                f.regions(),
                f.facts(),
                extras);
    }
}
