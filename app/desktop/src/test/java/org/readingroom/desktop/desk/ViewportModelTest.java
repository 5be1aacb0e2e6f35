package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.FrameUnavailableException;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Views without a toolkit, work run step by step.
// [utest->req~desk.reformat-key~1]
// [utest->req~desk.incomplete-looks-incomplete~1]
// [utest->req~desk.value-under-pointer~1]
class ViewportModelTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(11, p -> (int) Math.round(10 * p.x() + 3 * p.y() + 5 * p.z()));
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();

    @BeforeEach
    void open() {
        desk = new ReadingDeskModel(tasks);
        view = desk.views().getFirst();
        desk.open(List.of(frames.set()), frames);
    }

    @Test
    void aFrameThatIsNotHereIsLoadingAndThenReady() {
        assertInstanceOf(Picture.Loading.class, view.picture(SIZE));
        tasks.runAll();
        assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
    }

    @Test
    void aVolumeOpensAtItsMiddleAndStopsAtItsEnds() {
        assertEquals(5, view.index());
        view.scroll(100);
        assertEquals(10, view.index());
        view.scroll(-100);
        assertEquals(0, view.index());
    }

    @Test
    void theAxialReformatOpensAtTheSliceOnScreen() {
        view.goTo(3);
        view.cut(PlaneKind.AXIAL);
        assertInstanceOf(Picture.Loading.class, view.picture(SIZE));
        tasks.runAll();
        Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        assertEquals(6, ready.plane().centre().z(), 1e-9);
        assertEquals(3, view.index());
        view.scroll(1);
        view.cut(PlaneKind.ACQUIRED);
        assertEquals(4, view.index());
    }

    @Test
    void thePlaneKeyGoesRoundAllPlanes() {
        tasks.runAll();
        PlaneKind[] expected = {PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL, PlaneKind.ACQUIRED};
        for (PlaneKind kind : expected) {
            view.cutNext(1);
            tasks.runAll();
            assertEquals(kind, view.stateProperty().get().plane());
            view.picture(SIZE);
            tasks.runAll();
            assertInstanceOf(Picture.Ready.class, view.picture(SIZE), kind.name());
        }
    }

    @Test
    void viewsOfOneSetShareItsWindow() {
        desk.threePlanes();
        Arrangements.toggleScene(desk.views().getLast());
        tasks.runAll();
        view.window(Voi.Window.linear(-600, 1500));
        for (ViewportModel other : desk.views()) {
            other.picture(SIZE);
            tasks.runAll();
            Picture.Ready ready = assertInstanceOf(Picture.Ready.class, other.picture(SIZE));
            assertEquals(Voi.Window.linear(-600, 1500), ready.view().voi());
        }
    }

    @Test
    void theValueUnderThePointerIsThePixelsOwnInStackAndReformat() {
        for (PlaneKind kind : PlaneKind.values()) {
            view.cut(kind);
            view.picture(SIZE);
            tasks.runAll();
            Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
            Vec3 voxel = ready.view().transform().screenToVoxel(37, 21);
            Vec3 closest = ready.view()
                    .volume()
                    .voxelToWorld()
                    .apply(new Vec3(Math.rint(voxel.x()), Math.rint(voxel.y()), Math.rint(voxel.z())));
            ViewportModel.Readout under = ReadoutSampler.at(
                    ready.view(), ready.frame() != null, frames.set().frames().getFirst(), 37, 21);
            assertNotNull(under, kind.name());
            assertEquals(Math.round(10 * closest.x() + 3 * closest.y() + 5 * closest.z()), under.value());
            assertEquals("HU", under.unit());
            assertNull(
                    ReadoutSampler.at(ready.view(), true, frames.set().frames().getFirst(), -5000, 21),
                    "outside there is no value");
        }
    }

    @Test
    void aFrameNobodyHoldsIsSaidToBeMissingAndTheNextIsShown() {
        ReadingDeskModel broken = new ReadingDeskModel(tasks);
        ViewportModel first = broken.views().getFirst();
        broken.open(List.of(frames.set()), (ref, priority) -> {
            if (ref.equals(frames.set().frames().get(5).ref())) {
                throw new FrameUnavailableException("viewer.frame.failed", "test", null);
            }
            return frames.load(ref, priority);
        });
        first.picture(SIZE);
        tasks.runAll();
        assertEquals(
                "viewer.frame.failed",
                assertInstanceOf(Picture.Failed.class, first.picture(SIZE)).messageKey());
        first.scroll(1);
        assertInstanceOf(Picture.Ready.class, first.picture(SIZE));
    }
}
