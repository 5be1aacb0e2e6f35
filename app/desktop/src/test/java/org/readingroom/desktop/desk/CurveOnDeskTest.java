package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// The sheet along a drawn path, without a toolkit.
// [utest->req~desk.curved~1]
class CurveOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(100, 200);

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(21, p -> (int) Math.round(10 * p.x() + 3 * p.y() + 5 * p.z()));
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();
    private List<Vec3> points = List.of();

    @BeforeEach
    void open() {
        desk = new ReadingDeskModel(tasks);
        view = desk.views().getFirst();
        desk.open(List.of(frames.set()), frames);
        view.cut(PlaneKind.CORONAL);
        view.picture(SIZE);
        tasks.runAll();
        view.picture(SIZE);
        Vec3 middle = view.plane().orElseThrow().centre();
        points = List.of(
                middle.plus(new Vec3(-4, 0, -8)), middle.plus(new Vec3(3, 0, 0)), middle.plus(new Vec3(-2, 0, 9)));
    }

    private ViewportModel draw() {
        desk.curveDrawing().toggle();
        points.forEach(desk.curveDrawing()::add);
        desk.curveDrawing().toggle();
        tasks.runAll();
        return desk.views().get(1);
    }

    private static Picture.Curve curve(ViewportModel sheet) {
        return assertInstanceOf(Picture.Curve.class, sheet.picture(SIZE));
    }

    @Test
    void theSheetStandsBesideTheViewItWasDrawnIn() {
        ViewportModel sheet = draw();
        assertEquals(Layout.TWO_BESIDE, desk.layoutProperty().get());
        assertTrue(view.isFlat(), "the view drawn in stays");
        assertEquals(points, curve(sheet).look().points());
        assertFalse(desk.curveDrawing().pathProperty().get().isOpen());
    }

    @Test
    void valuesUnderThePointerAreThoseOfThePlace() {
        ViewportModel sheet = draw();
        Picture.Curve shown = curve(sheet);
        for (double y = 3.5; y < shown.curve().height(); y += 17) {
            for (double x = 0.5; x < shown.curve().width(); x += 9) {
                Vec3 p = shown.curve().toPatient(x, y);
                ViewportModel.Readout under =
                        ReadoutSampler.on(shown.curve(), frames.set().frames().getFirst(), x, y);
                if (under != null) {
                    // the closest voxel lies within half a voxel each way
                    assertEquals(10 * p.x() + 3 * p.y() + 5 * p.z(), under.value(), 0.51 * (10 + 3 + 5) * 2);
                    assertNotNull(under.pPatient());
                    assertTrue(under.pPatient().distanceTo(p) < 1e-9);
                }
            }
        }
        assertNull(ReadoutSampler.on(shown.curve(), frames.set().frames().getFirst(), -1, 5));
    }

    @Test
    void thePathRunsDownTheMiddleOfAStraightenedSheetAtTrueLength() {
        Picture.Curve shown = curve(draw());
        double middle = shown.curve().width() / 2.0;
        assertTrue(shown.curve().toPatient(middle, 0.5).distanceTo(points.getFirst()) < 0.5);
        assertTrue(shown.curve().toPatient(middle, shown.curve().height() - 0.5).distanceTo(points.getLast()) < 0.5);
        double chords = points.get(0).distanceTo(points.get(1)) + points.get(1).distanceTo(points.get(2));
        assertTrue(shown.lengthMm() >= chords - 1e-6 && shown.lengthMm() < 1.2 * chords, shown.lengthMm() + " mm");
        assertEquals(
                shown.lengthMm(), (shown.curve().height() - 1) * shown.curve().mmPerElement(), 0.02 * shown.lengthMm());
    }

    @Test
    void theWheelTurnsTheSheetAndTheKeyChangesItsKind() {
        ViewportModel sheet = draw();
        Vec3 before = curve(sheet).look().across();
        sheet.scroll(18);
        assertEquals(0, curve(sheet).look().across().dot(before), 1e-9, "a quarter turn");
        sheet.curve(CurveLook::otherKind);
        assertEquals(CurvedRequest.Kind.STRETCHED, curve(sheet).look().kind());
    }

    @Test
    void aPointMovedTakesTheSheetAlong() {
        ViewportModel sheet = draw();
        Vec3 moved = points.get(1).plus(new Vec3(2, 1, 0));
        desk.curveDrawing().move(1, moved);
        assertEquals(moved, curve(sheet).look().points().get(1));
    }

    @Test
    void tooFewPointsMakeNoSheetAndPointsOnOneSpotAreRefusedInWords() {
        desk.curveDrawing().toggle();
        desk.curveDrawing().add(points.getFirst());
        desk.curveDrawing().toggle();
        assertNull(desk.curveDrawing().pathProperty().get());
        assertEquals(Layout.ONE, desk.layoutProperty().get());
        points = List.of(points.getFirst(), points.getFirst());
        assertEquals(
                "desk.curve.impossible",
                assertInstanceOf(Picture.Failed.class, draw().picture(SIZE)).messageKey());
    }

    @Test
    void theLastPointCanBeTakenBackAndAnotherStudyTakesThePathAway() {
        desk.curveDrawing().toggle();
        points.forEach(desk.curveDrawing()::add);
        desk.curveDrawing().removeLast();
        assertEquals(
                points.subList(0, 2), desk.curveDrawing().pathProperty().get().points());
        desk.open(List.of(frames.set()), frames);
        assertNull(desk.curveDrawing().pathProperty().get());
    }
}
