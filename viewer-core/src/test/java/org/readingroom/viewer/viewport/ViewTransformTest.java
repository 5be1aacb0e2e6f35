package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Turn, flip, zoom and pan move the picture the way the reader sees it.
// [utest->req~view.letters-follow~1]
class ViewTransformTest {
    private static final Volume VOLUME = new Volume(
            List.of(GreySlice.of(100, 50, new short[5000], 1, 0)),
            new AffineMap(new Vec3(0.5, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1), new Vec3(-25, -25, 7)),
            true);
    private static final ViewPlane PLANE = new ViewPlane(VOLUME.centre(), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
    private static final PictureSize SIZE = new PictureSize(200, 200, 1);

    @Test
    void fitShowsTheWholeImageAtItsTrueShape() {
        ViewTransform transform = transform(ViewPresentation.FIT);
        assertEquals(0.25, transform.worldUnitsPerPixel(), 1e-12);
        close(new Vec3(0, 0, 0), transform.voxelToScreen(new Vec3(-0.5, -0.5, 0)));
        close(new Vec3(200, 200, 0), transform.voxelToScreen(new Vec3(99.5, 49.5, 0)));
    }

    @Test
    void screenToPatientAndBackIsTheSamePoint() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            ViewTransform transform = transform(new ViewPresentation(
                    0.2 + random.nextDouble() * 5,
                    random.nextGaussian() * 9,
                    random.nextGaussian() * 9,
                    random.nextInt(360),
                    random.nextBoolean()));
            Vec3 screen = new Vec3(random.nextDouble() * 200, random.nextDouble() * 200, 0);
            close(screen, transform.worldToScreen(transform.screenToWorld(screen.x(), screen.y())));
        }
    }

    @Test
    void lettersFollowTurnAndFlip() {
        letters("R", "L", "A", "P", ViewPresentation.FIT);
        letters("P", "A", "R", "L", ViewPresentation.FIT.turned(90));
        letters("L", "R", "A", "P", ViewPresentation.FIT.mirroredHorizontally());
        letters("R", "L", "P", "A", ViewPresentation.FIT.mirroredVertically());
        letters("L", "R", "P", "A", ViewPresentation.FIT.turned(180));
        letters("P", "A", "L", "R", ViewPresentation.FIT.turned(90).mirroredVertically());
        letters("A", "P", "R", "L", ViewPresentation.FIT.turned(90).mirroredHorizontally());
    }

    @Test
    void mirroringAndTurningAreSeenOnTheScreenWhateverCameBefore() {
        ViewPresentation start = new ViewPresentation(1.7, 3, -4, 30, true);
        Vec3 pPatient = new Vec3(11, -7, 7);
        Vec3 before = transform(start).worldToScreen(pPatient);
        close(
                new Vec3(200 - before.x(), before.y(), 0),
                transform(start.mirroredHorizontally()).worldToScreen(pPatient));
        close(
                new Vec3(before.x(), 200 - before.y(), 0),
                transform(start.mirroredVertically()).worldToScreen(pPatient));
    }

    @Test
    void quarterTurnIsClockwiseAboutTheCentreOfTheView() {
        Vec3 pPatient = PLANE.centre().plus(new Vec3(10, 0, 0));
        ViewPresentation zoomed = new ViewPresentation(2, 0, 0, 0, false);
        close(new Vec3(180, 100, 0), transform(zoomed).worldToScreen(pPatient));
        close(new Vec3(100, 180, 0), transform(zoomed.turned(90)).worldToScreen(pPatient));
    }

    @Test
    void aTurnTakesThePanAlong() {
        // whatever lies 20 to the right of the middle lies 20 below it after a clockwise quarter turn
        ViewPresentation moved = new ViewPresentation(1, 0, 0, 0, false).panned(5, 0);
        Vec3 centre = PLANE.centre();
        close(new Vec3(120, 100, 0), transform(moved).worldToScreen(centre));
        close(new Vec3(100, 120, 0), transform(moved.turned(90)).worldToScreen(centre));
    }

    @Test
    void theExtentReachesTheOuterEdgesOfTheOutermostVoxels() {
        Volume deep = new Volume(
                java.util.Collections.nCopies(7, GreySlice.of(100, 50, new short[5000], 1, 0)),
                new AffineMap(new Vec3(0.5, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 3), Vec3.ZERO),
                true);
        assertEquals(50, ViewResolver.extent(deep, new Vec3(1, 0, 0)), 1e-12);
        assertEquals(50, ViewResolver.extent(deep, new Vec3(0, -1, 0)), 1e-12);
        assertEquals(21, ViewResolver.extent(deep, new Vec3(0, 0, 1)), 1e-12);
        assertEquals(0, ViewResolver.extent(VOLUME, new Vec3(0, 0, 1)), 1e-12, "one slice has no depth");
    }

    @Test
    void panMovesTheImageAlongTheScreen() {
        Vec3 centre = PLANE.centre();
        ViewPresentation moved = new ViewPresentation(1, 0, 0, 90, true).panned(5, -2.5);
        close(new Vec3(120, 90, 0), transform(moved).worldToScreen(centre));
    }

    private static void letters(String left, String right, String top, String bottom, ViewPresentation look) {
        ViewTransform t = transform(look);
        assertEquals(
                List.of(left, right, top, bottom),
                List.of(t.lettersLeft(), t.lettersRight(), t.lettersTop(), t.lettersBottom()));
    }

    private static ViewTransform transform(ViewPresentation look) {
        return ViewResolver.transform(VOLUME, PLANE, look, SIZE);
    }

    private static void close(Vec3 expected, Vec3 actual) {
        assertEquals(0, expected.distanceTo(actual), 1e-9, "expected " + expected + ", was " + actual);
    }
}
