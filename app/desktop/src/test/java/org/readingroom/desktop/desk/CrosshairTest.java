package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.viewport.ViewState;

/// One place in all views, and cuts turned by hand, without a toolkit.
// [utest->req~desk.crosshair~1]
// [utest->req~view.oblique~1]
class CrosshairTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(31, p -> (int) Math.round(10 * p.x() + 3 * p.y() + 5 * p.z()));
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private DisplaySet set = frames.set();

    @BeforeEach
    void open() {
        desk = new ReadingDeskModel(tasks);
        set = frames.set();
        desk.open(List.of(set), frames);
        tasks.runAll();
        desk.threePlanes();
        Arrangements.toggleScene(desk.views().getLast());
        tasks.runAll();
        desk.views().forEach(view -> view.picture(SIZE));
        tasks.runAll();
    }

    private ViewportModel view(PlaneKind kind) {
        return desk.views().stream()
                .filter(v -> v.stateProperty().get().plane() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static double away(ViewportModel view, Vec3 p) {
        ViewPlane plane = view.plane().orElseThrow();
        return Math.abs(p.minus(plane.centre()).dot(plane.normal()));
    }

    private Vec3 somewhere() {
        ViewPlane middle = view(PlaneKind.AXIAL).plane().orElseThrow();
        return middle.centre().plus(new Vec3(4.2, -3.1, 7.3));
    }

    @Test
    void everyViewGoesToThePlaceWithinHalfItsStep() {
        Vec3 p = somewhere();
        desk.crosshair().moveTo(set, p);
        for (ViewportModel view : desk.views()) {
            assertTrue(away(view, p) <= 1.01, view.stateProperty().get() + " is " + away(view, p) + " mm away");
        }
        assertEquals(Optional.of(p), desk.crosshair().place(set));
    }

    @Test
    void linesTurnedOnBeforeTheVolumeIsHereHaveAPlaceOnceItIs() {
        ReadingDeskModel fresh = new ReadingDeskModel(tasks);
        fresh.open(List.of(set), frames);
        fresh.threePlanes();
        Arrangements.toggleScene(fresh.views().getLast());
        assertTrue(fresh.crosshair().shownProperty().get());
        fresh.views().forEach(view -> view.picture(SIZE));
        tasks.runAll();
        fresh.views().forEach(view -> view.picture(SIZE));
        Vec3 p = fresh.crosshair().place(set).orElseThrow();
        assertTrue(away(fresh.views().get(1), p) <= 1.01);
    }

    @Test
    void scrollingTakesThePlaceAlongItsNormalOnly() {
        Vec3 p = somewhere();
        desk.crosshair().moveTo(set, p);
        ViewportModel coronal = view(PlaneKind.CORONAL);
        ViewState sagittal = view(PlaneKind.SAGITTAL).stateProperty().get();
        coronal.scroll(3);
        Vec3 after = desk.crosshair().place(set).orElseThrow();
        assertEquals(0, away(coronal, after), 1e-9);
        assertEquals(p.x(), after.x(), 1e-9);
        assertEquals(p.z(), after.z(), 1e-9);
        assertEquals(sagittal, view(PlaneKind.SAGITTAL).stateProperty().get());
    }

    @Test
    void turningALineTurnsTheOtherCutsAboutThePlaceAndLeavesThisOne() {
        Vec3 p = somewhere();
        desk.crosshair().moveTo(set, p);
        ViewState axial = view(PlaneKind.AXIAL).stateProperty().get();
        Vec3 axis = view(PlaneKind.AXIAL).plane().orElseThrow().normal();
        Vec3 coronal = view(PlaneKind.CORONAL).plane().orElseThrow().normal();
        double angle = Math.toRadians(30);
        for (int i = 0; i < 300; i++) {
            desk.crosshair().turn(set, axis, angle / 300);
        }
        assertEquals(axial, view(PlaneKind.AXIAL).stateProperty().get());
        ViewPlane turned = view(PlaneKind.CORONAL).plane().orElseThrow();
        // A turn about an axis at right angles to the normal leads it by the angle, towards axis x normal.
        Vec3 expected = coronal.times(Math.cos(angle)).plus(axis.cross(coronal).times(Math.sin(angle)));
        assertEquals(0, turned.normal().distanceTo(expected), 1e-9);
        assertEquals(
                0,
                turned.normal()
                        .dot(view(PlaneKind.SAGITTAL).plane().orElseThrow().normal()),
                1e-9);
        assertTrue(away(view(PlaneKind.CORONAL), p) <= 1.01);
        assertEquals(Optional.of(p), desk.crosshair().place(set));

        desk.views().forEach(ViewTurns::straighten);
        assertTrue(view(PlaneKind.CORONAL).stateProperty().get().turn().isNone());
        assertEquals(0, view(PlaneKind.CORONAL).plane().orElseThrow().normal().distanceTo(coronal), 1e-12);
    }

    @Test
    void theSlabStaysWhileScrollingTurningAndMoving() {
        ViewportModel coronal = view(PlaneKind.CORONAL);
        Slab slab = new Slab(20, Slab.Projection.MAXIMUM);
        coronal.stateProperty().set(coronal.stateProperty().get().thick(slab));
        coronal.scroll(2);
        desk.crosshair().moveTo(set, somewhere());
        desk.crosshair().turn(set, view(PlaneKind.AXIAL).plane().orElseThrow().normal(), 0.3);
        assertEquals(slab, coronal.stateProperty().get().slab());
    }

    @Test
    void aSetOfAnotherFrameOfReferenceIsLeftAlone() {
        TestFrames others = new TestFrames(11, p -> 0, new FrameOfReferenceUid("2.25.77"));
        DisplaySet strange = others.set();
        OpenSet open = desk.add(strange, others);
        desk.views().get(3).show(open);
        int before = desk.views().get(3).index();
        desk.crosshair().moveTo(set, somewhere());
        assertEquals(before, desk.views().get(3).index());
        assertFalse(desk.crosshair().place(strange).isPresent());
    }

    /// The place is moved by scrolling, not by the number of frames of what comes into a view.
    @Test
    void anotherSetInAViewLeavesThePlaceWhereItIs() {
        Vec3 p = somewhere();
        desk.crosshair().moveTo(set, p);
        TestFrames other = new TestFrames(7, at -> 0, new FrameOfReferenceUid("2.25.88"));
        OpenSet added = desk.add(other.set(), other);
        view(PlaneKind.CORONAL).show(added);
        assertEquals(Optional.of(p), desk.crosshair().place(set));
    }
}
