package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// A run made by formula: two frames of bone, then three in which a vessel darkens the bone by a known amount.
// [utest->req~desk.mask~1]
class MaskOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final SopInstanceUid RUN = new SopInstanceUid("2.25.500");

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(5, MaskOnDeskTest::value);
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();

    /// The second mask frame is 4 brighter than the first: their mean is 2 above it.
    private static int value(Vec3 p) {
        int frame = (int) Math.round(p.z() / 2);
        int bone = 1000 + (int) Math.round(20 * p.x());
        return frame == 0 ? bone : frame == 1 ? bone + 4 : bone + 2 - vessel(p, frame);
    }

    private static int vessel(Vec3 p, int frame) {
        return Math.abs(p.y()) < 2 ? 50 * frame : 0;
    }

    /// `how` gives the subtraction of a frame, by its number from zero.
    private void open(java.util.function.IntFunction<@Nullable MaskSubtraction> how) {
        DisplaySet plain = frames.set();
        List<ImageFrame> masked = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> with(plain.frames().get(i), new FrameRef(RUN, i), how.apply(i)))
                .toList();
        DisplaySet set = new DisplaySet(
                plain.id(), plain.study(), plain.series(), "XA", "", masked, false, List.of(), "run", plain.facts());
        desk.open(
                List.of(set),
                (ref, priority) -> frames.load(plain.frames().get(ref.frame()).ref(), priority));
        tasks.runAll();
        view.goTo(3);
        tasks.runAll();
    }

    private static @Nullable MaskSubtraction usual(int frame) {
        return frame < 2 ? null : new MaskSubtraction(List.of(frame), List.of(0, 1), 0, 0, false, "ARTERY", true);
    }

    private static ImageFrame with(ImageFrame f, FrameRef ref, @Nullable MaskSubtraction mask) {
        FrameExtras extras = new FrameExtras(List.of(), List.of(), null, mask, List.of(), null, null, null);
        return new ImageFrame(
                ref,
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

    private void press(String id) {
        new LayerCommands(desk, new javafx.beans.property.SimpleBooleanProperty(true))
                .all().stream()
                        .filter(command -> command.id().equals("desk." + id))
                        .findFirst()
                        .orElseThrow()
                        .action()
                        .run();
    }

    private Picture.Ready ready() {
        return assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
    }

    private ViewportModel.Readout at(double x, double y) {
        ViewportModel.Readout under = ReadoutSampler.at(
                new PictureContext(ready(), desk.sets().getFirst().displaySet(), () -> {}, () -> {}), x, y);
        assertNotNull(under);
        return under;
    }

    private List<String> corner() {
        Picture.Ready ready = ready();
        return new FileText(Messages.of(Locale.ENGLISH))
                .lines(
                        ready.frame(),
                        "XA",
                        desk.sets().getFirst().presentationProperty().get(),
                        ready.mask());
    }

    @Test
    void framesOpenAsTakenAndSayThatAMaskIsAskedFor() {
        open(MaskOnDeskTest::usual);
        assertEquals(
                frames.set().frames().getFirst().vois().getFirst(),
                ready().view().voi());
        assertTrue(desk.warnings(view).contains("desk.mask.native"));
        assertFalse(at(32, 32).isDifference());
    }

    @Test
    void withTheMaskOffTheViewShowsTheKnownDifference() {
        open(MaskOnDeskTest::usual);
        press("mask");
        assertInstanceOf(Picture.Loading.class, view.picture(SIZE), "made on the calling thread");
        tasks.runAll();
        Voi.Window window = assertInstanceOf(Voi.Window.class, ready().view().voi());
        assertEquals(0, window.center(), "zero is in the middle");
        assertEquals(300, window.width(), 1, "150 below and above");
        assertEquals(-150, at(10, 32).value(), 0.01);
        assertEquals(-150, at(50, 32).value(), 0.01);
        assertEquals(0, at(32, 4).value(), 0.01);
        assertTrue(at(32, 4).isDifference());
        assertEquals("HU", at(32, 4).unit());
        assertTrue(ReadoutText.of(at(10, 32)).startsWith("Δ -150 HU"), ReadoutText.of(at(10, 32)));
        assertEquals(
                List.of("Subtracted, mask frames 1–2", "ARTERY", "values are differences, not measured"), corner());
        assertEquals(List.of(), desk.warnings(view));
        view.scroll(1);
        view.picture(SIZE);
        tasks.runAll();
        assertEquals(-200, at(10, 32).value(), 0.01);
    }

    @Test
    void offAgainRestoresEachWithItsWindow() {
        open(MaskOnDeskTest::usual);
        Voi own = Voi.Window.linear(900, 300);
        view.window(own);
        press("mask");
        tasks.runAll();
        view.picture(SIZE);
        tasks.runAll();
        Voi narrow = new Voi.Window(0, 40, Voi.Function.LINEAR_EXACT, "");
        view.window(narrow);
        press("mask");
        assertEquals(own, ready().view().voi());
        Vec3 under = at(10, 32).pPatient();
        assertEquals(
                value(new Vec3(Math.floor(under.x() + 0.5), Math.floor(under.y() + 0.5), 6)),
                at(10, 32).value());
        assertNull(ready().mask());
        press("mask");
        assertEquals(narrow, ready().view().voi());
    }

    @Test
    void logarithmsHaveNoUnit() {
        open(i -> i < 2 ? null : new MaskSubtraction(List.of(i), List.of(0), 0, 0, true, "", false));
        assertEquals(List.of(), desk.warnings(view), "the file does not ask for it");
        press("mask");
        view.picture(SIZE);
        tasks.runAll();
        ViewportModel.Readout under = at(32, 32);
        assertEquals("", under.unit());
        // by hand: 4095 / ln 4096 times the difference of ln(1 + value), at the pixel that is 1000 + 20 x
        double bone = 1000 + 20 * Math.floor(under.pPatient().x() + 0.5);
        double wanted = 4095 / Math.log(4096) * (Math.log(1 + bone + 2 - 150) - Math.log(1 + bone));
        assertEquals(wanted, under.value(), 0.05);
    }

    @Test
    void aMissingMaskFrameIsNamed() {
        open(i -> i == 3 ? new MaskSubtraction(List.of(3), List.of(0, 8), 0, 0, false, "", true) : usual(i));
        press("mask");
        view.picture(SIZE);
        tasks.runAll();
        Picture.Failed failed = assertInstanceOf(Picture.Failed.class, view.picture(SIZE));
        assertEquals("viewer.mask.frame-missing", failed.messageKey());
        assertEquals(List.of(9), failed.arguments());
        view.scroll(1);
        view.picture(SIZE);
        tasks.runAll();
        assertEquals(-200, at(10, 32).value(), 0.01);
        view.scroll(-1);
        press("mask");
        ready();
    }

    @Test
    void aFrameWithoutAMaskIsShownAsTakenAndSaysSo() {
        open(MaskOnDeskTest::usual);
        press("mask");
        view.goTo(0);
        assertNull(ready().mask());
        assertEquals(List.of("desk.mask.none"), desk.warnings(view));
        assertFalse(at(32, 32).isDifference());
    }

    @Test
    void frameNumbersAreWrittenAsRuns() {
        assertEquals("1–3, 7, 9–10", FileText.frames(List.of(6, 0, 1, 2, 8, 9)));
        assertEquals("5", FileText.frames(List.of(4)));
    }
}
