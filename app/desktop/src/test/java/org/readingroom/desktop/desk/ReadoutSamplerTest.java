package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// The number under the pointer is that of the picture under the pointer.
// [utest->req~desk.value-under-pointer~1]
class ReadoutSamplerTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);

    private final StepRunner tasks = new StepRunner();
    /// HU rise by 10 in every millimetre towards the back.
    private final TestFrames frames = new TestFrames(31, p -> (int) Math.round(10 * p.y()));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);

    private ViewportModel.Readout inTheMiddleOf(Slab slab) {
        desk.open(List.of(frames.set()), frames);
        ViewportModel view = desk.views().getFirst();
        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);
        view.stateProperty().set(view.stateProperty().get().thick(slab));
        Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        double middle = 10 * ready.plane().centre().y();
        ViewportModel.Readout under =
                ReadoutSampler.at(ready.view(), false, frames.set().frames().getFirst(), 32, 32);
        assertNotNull(under);
        return new ViewportModel.Readout(
                under.column(), under.row(), (float) (under.value() - middle), under.unit(), under.pPatient());
    }

    @Test
    void inASlabItIsTheProjectionThatIsSeen() {
        assertEquals(30, inTheMiddleOf(new Slab(6, Slab.Projection.MAXIMUM)).value(), 0.5);
        assertEquals(-30, inTheMiddleOf(new Slab(6, Slab.Projection.MINIMUM)).value(), 0.5);
        assertEquals(0, inTheMiddleOf(new Slab(6, Slab.Projection.MEAN)).value(), 0.5);
    }

    @Test
    void aSumHasTheUnitOfAnIntegral() {
        ViewportModel.Readout under = inTheMiddleOf(new Slab(6, Slab.Projection.SUM));
        assertEquals("HU·mm", under.unit());
        double middle = 10 * under.pPatient().y();
        assertEquals(6 * middle, under.value() + middle, 3);
    }

    @Test
    void outsideTheVolumeThereIsNone() {
        desk.open(List.of(frames.set()), frames);
        ViewportModel view = desk.views().getFirst();
        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);
        view.stateProperty().set(view.stateProperty().get().thick(new Slab(6, Slab.Projection.MAXIMUM)));
        Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        assertNull(ReadoutSampler.at(ready.view(), false, frames.set().frames().getFirst(), -5000, 21));
    }
}
