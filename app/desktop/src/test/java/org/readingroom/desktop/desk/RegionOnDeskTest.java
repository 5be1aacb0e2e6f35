package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.objects.ObjectsModel;
import org.readingroom.desktop.objects.RegionTool;
import org.readingroom.desktop.objects.RegionToolLayer;
import org.readingroom.desktop.objects.StudyObjects;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Volumes of regions measured in stacks and cuts, without a toolkit.
// [utest->req~objects.threshold-region~1]
class RegionOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(160, 160);
    private static final Vec3 MIDDLE = new Vec3(0.5, -1, 19);
    private static final double RADIUS_MM = 5.2;

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(21, p -> p.distanceTo(MIDDLE) <= RADIUS_MM ? 300 : 0);
    private final List<String> told = new ArrayList<>();
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();
    private ObjectsModel model = new ObjectsModel(desk);
    private RegionTool tool = new RegionTool(desk, model, tasks, told::add);
    private RegionToolLayer layer = new RegionToolLayer(tool, new Words(Locale.ENGLISH));

    @BeforeEach
    void open() {
        desk = new ReadingDeskModel(tasks);
        view = desk.views().getFirst();
        model = new ObjectsModel(desk);
        tool = new RegionTool(desk, model, tasks, told::add);
        layer = new RegionToolLayer(tool, new Words(Locale.ENGLISH));
        desk.open(List.of(frames.set()), frames);
        tool.inHandProperty().set(true);
        tasks.runAll();
    }

    private PictureContext context() {
        view.picture(SIZE);
        tasks.runAll();
        Picture.Ready ready = assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
        return new PictureContext(ready, frames.set(), () -> {}, () -> {});
    }

    private static MouseEvent at(double x, double y, boolean alt) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                alt,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /// Presses on a place, and lets the work end.
    private boolean press(Vec3 pPatient, boolean alt) {
        view.goTo(pPatient);
        PictureContext context = context();
        Vec3 on = context.transform().worldToScreen(pPatient);
        boolean taken = layer.pressed(at(on.x(), on.y(), alt), context);
        layer.released(at(on.x(), on.y(), alt), context);
        tasks.runAll();
        return taken;
    }

    /// Counted without the code under test: every voxel whose centre lies in the ball.
    private double expectedMl() {
        int count = 0;
        for (ImageFrame frame : frames.set().frames()) {
            for (int row = 0; row < frame.format().rows(); row++) {
                for (int column = 0; column < frame.format().columns(); column++) {
                    count += frame.plane().toPatient(column, row).distanceTo(MIDDLE) <= RADIUS_MM ? 1 : 0;
                }
            }
        }
        return count * 2.0 / 1000;
    }

    private double lastMl() {
        return model.regions().getLast().region().volumeMl().orElseThrow();
    }

    @Test
    void theVolumeIsTheSameInTheStackAndInEveryCut() {
        for (PlaneKind kind : PlaneKind.values()) {
            view.cut(kind);
            assertTrue(press(MIDDLE, false), kind.name());
            assertEquals(expectedMl(), lastMl(), 1e-9, kind.name());
        }
        assertEquals(PlaneKind.values().length, model.regions().size());
        assertTrue(model.regions().getLast().region().name().endsWith("HU"));
    }

    @Test
    void aDragMovesTheThresholdAndKeepsOneRegion() {
        view.goTo(MIDDLE);
        PictureContext context = context();
        Vec3 on = context.transform().worldToScreen(MIDDLE);
        layer.pressed(at(on.x(), on.y(), false), context);
        tasks.runAll();
        layer.dragged(at(on.x(), on.y() + 2000, false), context);
        layer.dragged(at(on.x(), on.y() + 4000, false), context);
        tasks.runAll();
        assertEquals(1, model.regions().size());
        assertTrue(lastMl() > 10 * expectedMl(), "everything belongs below zero");
        layer.dragged(at(on.x(), on.y() - 4000, false), context);
        tasks.runAll();
        assertEquals(0, model.regions().size(), "nothing is that bright");
    }

    @Test
    void withAltWhatIsDarkerIsMeasured() {
        press(MIDDLE.plus(new Vec3(0, 0, 12)), true);
        assertTrue(model.regions().getLast().region().name().startsWith("≤ "));
        assertTrue(lastMl() > 5);
    }

    @Test
    void measuredRegionsOutliveTheReadingOfFilesAndGoWithTheStudy() {
        press(MIDDLE, false);
        model.show(new StudyObjects(List.of(), List.of(), List.of(), List.of(), 0));
        assertEquals(1, model.regions().size());
        model.removeLastMeasured();
        assertEquals(0, model.regions().size());
        press(MIDDLE, false);
        model.close();
        assertEquals(0, model.regions().size());
    }

    @Test
    void anUnfinishedVolumeIsNotMeasuredAndTheReaderIsTold() {
        desk.open(List.of(frames.set()), frames);
        view.picture(SIZE);
        // only the frame on screen is brought in
        tasks.runAll();
        PictureContext context = context();
        told.clear();
        desk.sets().getFirst().close();
        assertFalse(layer.pressed(at(80, 80, false), context));
        assertEquals(List.of("desktop.objects.region-no-volume"), told);
    }

    @Test
    void withoutTheToolInTheHandNothingIsTaken() {
        tool.inHandProperty().set(false);
        assertFalse(press(MIDDLE, false));
        assertEquals(0, model.regions().size());
    }
}
