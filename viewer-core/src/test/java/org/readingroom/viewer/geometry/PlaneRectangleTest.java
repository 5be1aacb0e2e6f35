package org.readingroom.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.PlaneRectangle.Segment;

// [utest->req~view.cross-reference~1]
class PlaneRectangleTest {
    private static final Vec3 X = new Vec3(1, 0, 0);
    private static final Vec3 Y = new Vec3(0, 1, 0);
    private static final Vec3 Z = new Vec3(0, 0, 1);

    /// Axial, 200 x 160 mm about the origin, at height 30.
    private static final PlaneRectangle AXIAL = new PlaneRectangle(new Vec3(0, 0, 30), X, Y, 100, 80);

    private static void assertSegment(Vec3 one, Vec3 two, Optional<Segment> found) {
        Segment segment = found.orElseThrow();
        boolean isTurned = segment.from().distanceTo(one) > segment.from().distanceTo(two);
        assertEquals(0, (isTurned ? segment.to() : segment.from()).distanceTo(one), 1e-9, segment.toString());
        assertEquals(0, (isTurned ? segment.from() : segment.to()).distanceTo(two), 1e-9, segment.toString());
    }

    @Test
    void aSagittalImageIsCutByAnAxialOneInARowOfTheAxialHeight() {
        PlaneRectangle sagittal = new PlaneRectangle(new Vec3(12, 0, 0), Y, Z.times(-1), 120, 120);
        // the axial image reaches 80 mm to the front and back, the sagittal one further
        assertSegment(new Vec3(12, -80, 30), new Vec3(12, 80, 30), AXIAL.crossing(sagittal));
        assertSegment(new Vec3(12, -80, 30), new Vec3(12, 80, 30), sagittal.crossing(AXIAL));
    }

    @Test
    void theLineEndsWhereTheSmallerImageEnds() {
        PlaneRectangle small = new PlaneRectangle(new Vec3(0, 50, 20), X, Z.times(-1), 30, 15);
        assertSegment(new Vec3(-30, 50, 30), new Vec3(30, 50, 30), AXIAL.crossing(small));
        PlaneRectangle below = new PlaneRectangle(new Vec3(0, 50, 10), X, Z.times(-1), 30, 15);
        assertTrue(AXIAL.crossing(below).isEmpty(), "it ends 5 mm under the axial plane");
        PlaneRectangle behind = new PlaneRectangle(new Vec3(0, 81, 20), X, Z.times(-1), 30, 15);
        assertTrue(AXIAL.crossing(behind).isEmpty(), "it stands 1 mm behind the axial image");
    }

    /// A gantry tilt of 20 degrees: at y the tilted plane is at z = 30 + y·tan 20.
    @Test
    void aTiltedImageCutsTheSagittalOneAlongItsTilt() {
        double tilt = Math.toRadians(20);
        Vec3 down = new Vec3(0, Math.cos(tilt), Math.sin(tilt));
        PlaneRectangle tilted = new PlaneRectangle(new Vec3(0, 0, 30), X, down, 100, 50);
        PlaneRectangle sagittal = new PlaneRectangle(Vec3.ZERO, Y, Z.times(-1), 200, 200);
        double reach = 50 * Math.cos(tilt);
        assertSegment(
                new Vec3(0, -reach, 30 - 50 * Math.sin(tilt)),
                new Vec3(0, reach, 30 + 50 * Math.sin(tilt)),
                tilted.crossing(sagittal));
        // 20 degrees against another axial plane: a line across at the height they share
        PlaneRectangle axial = new PlaneRectangle(new Vec3(0, 0, 35), X, Y, 90, 80);
        double y = 5 / Math.tan(tilt);
        assertSegment(new Vec3(-90, y, 35), new Vec3(90, y, 35), tilted.crossing(axial));
    }

    @Test
    void parallelPlanesCrossInNoLineHoweverTheyLie() {
        assertTrue(AXIAL.crossing(AXIAL).isEmpty());
        assertTrue(AXIAL.crossing(new PlaneRectangle(Vec3.ZERO, Y, X, 100, 80)).isEmpty());
        double twoDegrees = Math.toRadians(2);
        Vec3 down = new Vec3(0, Math.cos(twoDegrees), Math.sin(twoDegrees));
        assertTrue(AXIAL.crossing(new PlaneRectangle(new Vec3(0, 0, 30), X, down, 100, 80))
                .isEmpty());
    }

    /// Whatever the planes: both ends lie on both planes and in both images, at the edge of one.
    @Test
    void endsLieOnBothPlanesAndInBothImages() {
        long seed = 20260115;
        Random random = new Random(seed);
        int crossed = 0;
        for (int i = 0; i < 500; i++) {
            PlaneRectangle one = any(random);
            PlaneRectangle two = any(random);
            Optional<Segment> found = one.crossing(two);
            if (found.isPresent()) {
                crossed++;
                for (Vec3 end : new Vec3[] {found.get().from(), found.get().to()}) {
                    double inOne = inside(one, end);
                    double inTwo = inside(two, end);
                    assertTrue(inOne > -1e-6 && inTwo > -1e-6, "seed " + seed + " round " + i);
                    assertEquals(0, Math.min(inOne, inTwo), 1e-6, "seed " + seed + " round " + i);
                }
            }
        }
        assertTrue(crossed > 50, crossed + " crossed");
    }

    /// How far inside the edges; fails off the plane.
    private static double inside(PlaneRectangle image, Vec3 point) {
        Vec3 off = point.minus(image.centre());
        assertEquals(0, off.dot(image.normal()), 1e-6);
        return Math.min(
                image.halfRight() - Math.abs(off.dot(image.right())),
                image.halfDown() - Math.abs(off.dot(image.down())));
    }

    private static PlaneRectangle any(Random random) {
        Vec3 right = vector(random).unit();
        Vec3 down = right.cross(vector(random)).unit();
        return new PlaneRectangle(
                vector(random).times(60), right, down, 20 + 100 * random.nextDouble(), 20 + 100 * random.nextDouble());
    }

    private static Vec3 vector(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    /// First pixel centre at (-10, -20, 5), 4 x 3 pixels of 2 mm across and 5 mm down: edges at -11, -3,
    /// -22.5, -7.5.
    @Test
    void anImageReachesToTheOuterEdgesOfItsPixels() {
        ImagePlane plane = new ImagePlane(new Vec3(-10, -20, 5), X, Y, new PixelSpacing(5, 2));
        PlaneRectangle image = PlaneRectangle.of(plane, 4, 3);
        assertEquals(new PlaneRectangle(new Vec3(-7, -15, 5), X, Y, 4, 7.5), image);
        assertThrows(IllegalArgumentException.class, () -> new PlaneRectangle(Vec3.ZERO, X, Y, 0, 1));
    }
}
