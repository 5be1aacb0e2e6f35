package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

// [utest->req~view.linked~1]
class PlaneFollowingTest {
    private static final Vec3 X = new Vec3(1, 0, 0);
    private static final Vec3 Y = new Vec3(0, 1, 0);
    private static final ViewPlane LEAD = new ViewPlane(new Vec3(3, -4, 50), X, Y);

    private static ViewPlane tilted(double degrees, Vec3 centre) {
        double angle = Math.toRadians(degrees);
        return new ViewPlane(centre, X, new Vec3(0, Math.cos(angle), Math.sin(angle)));
    }

    @Test
    void parallelPlanesGoToTheSameHeight() {
        ViewPlane follower = new ViewPlane(new Vec3(40, 60, -7), X, Y);
        assertEquals(
                new Vec3(40, 60, 50),
                PlaneFollowing.place(LEAD, follower, AffineMap.IDENTITY).orElseThrow());
        ViewPlane fromBelow = new ViewPlane(new Vec3(40, 60, -7), X, Y.times(-1));
        assertEquals(
                new Vec3(40, 60, 50),
                PlaneFollowing.place(LEAD, fromBelow, AffineMap.IDENTITY).orElseThrow());
    }

    /// Tilted by 10 degrees about x, its normal is (0, -sin, cos): from its centre at height 0 it goes
    /// 50/cos along it.
    @Test
    void aTiltedPlaneMeetsTheLeadingOneInTheMiddleOfItsPicture() {
        Vec3 place = PlaneFollowing.place(LEAD, tilted(10, Vec3.ZERO), AffineMap.IDENTITY)
                .orElseThrow();
        assertEquals(50, place.z(), 1e-9);
        assertEquals(-50 * Math.tan(Math.toRadians(10)), place.y(), 1e-9);
    }

    @Test
    void planesOfOtherDirectionsDoNotFollow() {
        assertTrue(PlaneFollowing.place(LEAD, tilted(19, Vec3.ZERO), AffineMap.IDENTITY)
                .isPresent());
        assertFalse(PlaneFollowing.place(LEAD, tilted(21, Vec3.ZERO), AffineMap.IDENTITY)
                .isPresent());
        assertFalse(PlaneFollowing.place(LEAD, tilted(90, Vec3.ZERO), AffineMap.IDENTITY)
                .isPresent());
    }

    @Test
    void samePlaceShiftsAlongTheNormalAloneAndKeepsTheRest() {
        ViewPlane follower = new ViewPlane(new Vec3(100, 200, 43), X, Y);
        Vec3 shift = PlaneFollowing.samePlace(LEAD, follower, new Vec3(5, 6, 999));
        assertEquals(new Vec3(5, 6, -7), shift);
        ViewPlane ten = new ViewPlane(new Vec3(3, -4, 60), X, Y);
        assertEquals(
                53,
                PlaneFollowing.place(ten, follower, PlaneFollowing.shift(shift))
                        .orElseThrow()
                        .z(),
                1e-9);
    }

    /// The turned, flipped and moved view shows the place in its middle: held against the map of the
    /// picture itself.
    @Test
    void aViewCentredAtAPlaceShowsItInItsMiddle() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            ViewPresentation look = new ViewPresentation(
                    0.5 + random.nextDouble(),
                    40 * random.nextGaussian(),
                    40 * random.nextGaussian(),
                    360 * random.nextDouble(),
                    random.nextBoolean());
            Vec3 place =
                    LEAD.centre().plus(X.times(20 * random.nextGaussian())).plus(Y.times(20 * random.nextGaussian()));
            ViewPresentation centred = PlaneFollowing.centredAt(look, LEAD, place);
            Vec3 middle = middle(LEAD, centred);
            assertEquals(0, middle.distanceTo(place), 1e-9);
            assertEquals(0, middle(LEAD, look).distanceTo(PlaneFollowing.middle(LEAD, look)), 1e-9);
            assertEquals(look.turnDegrees(), centred.turnDegrees());
        }
    }

    private static Vec3 middle(ViewPlane plane, ViewPresentation look) {
        AffineMap grid = new AffineMap(X, Y, new Vec3(0, 0, 1), Vec3.ZERO);
        org.readingroom.viewer.volume.Volume volume = new org.readingroom.viewer.volume.Volume(
                java.util.List.of(org.readingroom.viewer.volume.GreySlice.of(4, 4, new short[16], 1, 0)), grid, true);
        ViewTransform transform =
                ViewResolver.transform(volume, plane, look, ViewResolver.PictureSize.pixels(300, 200));
        return transform.screenToWorld(150, 100);
    }

    @Test
    void zoomKeepsMillimetresOnTheScreen() {
        // fitted 0.8 mm a pixel; shown at 0.2 mm a pixel it is four times enlarged
        assertEquals(4, PlaneFollowing.zoom(0.2, 0.8), 1e-12);
    }
}
