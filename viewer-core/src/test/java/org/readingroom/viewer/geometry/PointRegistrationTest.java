package org.readingroom.viewer.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

// [utest->req~view.registration~1]
class PointRegistrationTest {
    @Test
    void aKnownMapIsFoundAgainFromThreePointsOrMore() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            AffineMap truth = rigid(random);
            List<Vec3> from = points(random, 3 + run % 5);
            List<Vec3> to = from.stream().map(truth::apply).toList();
            PointRegistration found = PointRegistration.of(from, to);
            assertEquals(0, found.rmsMm(), 1e-6, "run " + run);
            Vec3 elsewhere = new Vec3(100, -250, 70);
            assertEquals(0, found.map().apply(elsewhere).distanceTo(truth.apply(elsewhere)), 1e-5, "run " + run);
            assertEquals(1, found.map().determinant(), 1e-9, "no mirror, no scale");
        }
    }

    @Test
    void mirroredPartnersGiveARotationAndALargeResidual() {
        List<Vec3> from = points(new Random(2), 6);
        List<Vec3> mirrored =
                from.stream().map(p -> new Vec3(-p.x(), p.y(), p.z())).toList();
        PointRegistration found = PointRegistration.of(from, mirrored);
        assertEquals(1, found.map().determinant(), 1e-9);
        assertTrue(found.rmsMm() > 5);
    }

    @Test
    void aSlipOfOnePointShowsInTheResiduals() {
        // of a lift of 4 mm on one corner of a square a plane takes 3 at it: what stays is 1 at every corner
        List<Vec3> from = List.of(new Vec3(0, 0, 0), new Vec3(90, 0, 0), new Vec3(0, 90, 0), new Vec3(90, 90, 0));
        List<Vec3> to = List.of(new Vec3(0, 0, 4), new Vec3(90, 0, 0), new Vec3(0, 90, 0), new Vec3(90, 90, 0));
        PointRegistration found = PointRegistration.of(from, to);
        assertEquals(1, found.rmsMm(), 0.01);
        assertEquals(4, found.residualsMm().size());
    }

    @Test
    void tooFewPointsAndPointsInALineAreRefused() {
        List<Vec3> line = List.of(new Vec3(0, 0, 0), new Vec3(10, 10, 10), new Vec3(30, 30, 30));
        List<Vec3> good = List.of(new Vec3(0, 0, 0), new Vec3(10, 0, 0), new Vec3(0, 30, 0));
        assertThrows(IllegalArgumentException.class, () -> PointRegistration.of(line, good));
        assertThrows(IllegalArgumentException.class, () -> PointRegistration.of(good, line));
        assertThrows(
                IllegalArgumentException.class, () -> PointRegistration.of(good.subList(0, 2), good.subList(0, 2)));
        assertThrows(IllegalArgumentException.class, () -> PointRegistration.of(good, good.subList(0, 2)));
        Vec3 same = new Vec3(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> PointRegistration.of(List.of(same, same, same), good));
    }

    private static List<Vec3> points(Random random, int count) {
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(80));
        }
        return points;
    }

    private static AffineMap rigid(Random random) {
        Vec3 x = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
        Vec3 z = x.cross(new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
                .unit();
        return new AffineMap(x, z.cross(x), z, new Vec3(random.nextGaussian(), 20, -300));
    }
}
