package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// A second set over a view, and image processing, without a toolkit.
// [utest->req~desk.fusion~1]
// [utest->req~desk.processing~1]
class ViewAdditionsTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final Voi WINDOW = new Voi.Window(50, 100, Voi.Function.LINEAR_EXACT, "");

    private final StepRunner tasks = new StepRunner();
    private final TestFrames below = new TestFrames(11, p -> 0);
    /// 100 on the patient's left half, 0 on the right.
    private final TestFrames above = new TestFrames(11, p -> p.x() > 0 ? 100 : 0);
    private final TestFrames strange = new TestFrames(11, p -> 100, new FrameOfReferenceUid("2.25.77"));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();

    @BeforeEach
    void open() {
        desk.open(List.of(below.set()), below);
        tasks.runAll();
        view.window(WINDOW);
    }

    private void fuse(TestFrames frames) {
        OpenSet set = desk.add(frames.set(), frames);
        set.presentationProperty().set(set.presentationProperty().get().withVoi(WINDOW));
        view.additions().fusedProperty().set(new FusedSet(set, Palettes.GREY, 1));
    }

    private Picture.Ready ready() {
        return assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
    }

    private int grey(int x, int y) throws Exception {
        IntBuffer argb = IntBuffer.allocate(64 * 64);
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(ready().view(), argb);
        }
        return argb.get(y * 64 + x) & 0xFF;
    }

    @Test
    void theSecondSetShowsWhereItLiesInFramesAndCuts() throws Exception {
        fuse(above);
        assertNull(ready().view().overlay(), "drawn before it was here");
        assertEquals(List.of("desk.fusion.waiting"), desk.warnings(view));
        tasks.runAll();
        assertEquals(255, grey(60, 32));
        assertEquals(0, grey(4, 32));
        assertEquals(List.of(), desk.warnings(view));
        view.cut(PlaneKind.CORONAL);
        tasks.runAll();
        view.picture(SIZE);
        tasks.runAll();
        assertEquals(255, grey(44, 32));
        assertEquals(0, grey(20, 32));
    }

    @Test
    void anotherFrameOfReferenceIsLaidOverByHeaderAndSaidSo() {
        fuse(strange);
        ready();
        tasks.runAll();
        assertNotNull(ready().view().overlay());
        assertEquals(List.of("desk.fusion.by-header"), desk.warnings(view));
    }

    @Test
    void anotherSetInTheViewTakesTheAdditionsOff() {
        fuse(above);
        view.additions()
                .processingProperty()
                .set(AdditionCommands.steps()
                        .get("sharpen")
                        .apply(view.additions().processingProperty().get()));
        view.show(desk.sets().getFirst());
        assertNull(view.additions().fusedProperty().get());
        assertTrue(view.additions().processingProperty().get().isNone());
    }

    @Test
    void aProcessedPictureNamesItsSteps() {
        CornerText text = new CornerText(Messages.of(Locale.CHINESE));
        assertEquals("", text.processed(ready().view()));
        AdditionCommands.steps().forEach((name, step) -> {
            var processing = view.additions().processingProperty();
            processing.set(step.apply(processing.get()));
            assertTrue(processing.get().stepKeys().contains("viewer.processing." + name), name);
        });
        String told = text.processed(ready().view());
        assertTrue(
                told.startsWith("图像已处理：") && told.chars().filter(c -> c == '、').count() == 5, told);
        AdditionCommands.steps().values().forEach(step -> {
            var processing = view.additions().processingProperty();
            processing.set(step.apply(processing.get()));
        });
        assertTrue(view.additions().processingProperty().get().isNone(), "each step takes itself off again");
    }

    @Test
    void onlyOtherVolumesAreOffered() {
        OpenSet second = desk.add(above.set(), above);
        assertEquals(List.of(second), FusionPartners.of(desk));
    }
}
