package org.readingroom.viewer.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.volume.Volume;

/// Moves that are known, found again from the values alone.
// [utest->req~registration.intensity~1]
class IntensityRegistrationTest {
    private static final Volume CT = Body.volume(80, 64, 60, new Vec3(2, 2, 3), 20, Body::ct);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, 0",
        "5, -3, 8, 0, 0, 0",
        "0, 0, 0, 6, -4, 9",
        "-12, 9, 15, -8, 5, 10",
        "20, 14, -18, 4, 12, -6",
    })
    void aKnownMoveBetweenTwoCtIsFound(double x, double y, double z, double rx, double ry, double rz)
            throws RegistrationException {
        AffineMap move = move(x, y, z, rx, ry, rz);
        check(move, align(move, Body::ct, new Vec3(2, 2, 3), 20, 80, 64, 60), 1.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 0, 0", "-9, 6, 11, 5, -6, 7", "14, -10, 8, -7, 3, -9"})
    void petAndMrAreFoundOverCtThoughTheyShowOtherThings(double x, double y, double z, double rx, double ry, double rz)
            throws RegistrationException {
        AffineMap move = move(x, y, z, rx, ry, rz);
        // half a voxel of 4 mm
        check(move, align(move, Body::pet, new Vec3(4, 4, 4), 150, 48, 40, 44), 2.0);
        check(move, align(move, Body::mr, new Vec3(2.5, 2.5, 4), 10, 64, 52, 48), 1.25);
    }

    @Test
    void whatTellsNothingOfTheOtherIsRefused() {
        Volume flat = Body.volume(40, 40, 40, new Vec3(4, 4, 4), 0, p -> 5);
        assertEquals("viewer.registration.uniform", refused(flat));
        Volume noise = Body.volume(40, 40, 40, new Vec3(4, 4, 4), 300, p -> 0);
        assertEquals("viewer.registration.unlike", refused(noise));
    }

    @Test
    void itIsGivenUpWhenAsked() {
        Progress stopped = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class, () -> IntensityRegistration.align(CT, CT, AffineMap.IDENTITY, stopped));
    }

    @Test
    void theSameVolumesGiveTheSameMap() throws RegistrationException {
        AffineMap move = move(3, 4, 5, 2, 0, 1);
        assertEquals(
                align(move, Body::mr, new Vec3(4, 4, 4), 10, 40, 34, 36),
                align(move, Body::mr, new Vec3(4, 4, 4), 10, 40, 34, 36));
    }

    private static String refused(Volume overlay) {
        return assertThrows(
                        RegistrationException.class,
                        () -> IntensityRegistration.align(CT, overlay, AffineMap.IDENTITY, Progress.IGNORED))
                .messageKey();
    }

    /// The overlay shows at `move(p)` what the base shows at `p`.
    private static RigidAlignment align(
            AffineMap move, ToDoubleFunction<Vec3> shape, Vec3 spacing, double noise, int columns, int rows, int depth)
            throws RegistrationException {
        AffineMap back = move.inverse();
        Volume overlay = Body.volume(columns, rows, depth, spacing, noise, q -> shape.applyAsDouble(back.apply(q)));
        return IntensityRegistration.align(CT, overlay, AffineMap.IDENTITY, Progress.IGNORED);
    }

    private static void check(AffineMap move, RigidAlignment found, double mostMm) {
        AffineMap map = found.baseToOverlay();
        double worst = 0;
        for (double x = -50; x <= 50; x += 50) {
            for (double y = -40; y <= 40; y += 40) {
                for (double z = -60; z <= 60; z += 60) {
                    Vec3 p = new Vec3(x, y, z);
                    worst = Math.max(worst, map.apply(p).distanceTo(move.apply(p)));
                }
            }
        }
        AffineMap left = move.inverse().then(map);
        double trace = left.x().x() + left.y().y() + left.z().z();
        double degrees = Math.toDegrees(Math.acos(Math.clamp((trace - 1) / 2, -1, 1)));
        if (Boolean.getBoolean("registration.print")) {
            System.out.printf(
                    "worst %.3f mm, %.3f deg, %.3f -> %.3f%n",
                    worst, degrees, found.similarityBefore(), found.similarityAfter());
        }
        assertTrue(worst < mostMm, "off by " + worst + " mm");
        assertTrue(degrees < 0.5, "off by " + degrees + " degrees");
        assertEquals(1, map.determinant(), 1e-9);
        assertTrue(found.similarityAfter() >= found.similarityBefore() - 1e-9);
    }

    /// Turned about a tilted axis through (10, 5, -8), then shifted; in millimetres and degrees.
    private static AffineMap move(double x, double y, double z, double rx, double ry, double rz) {
        Vec3 turn = new Vec3(Math.toRadians(rx), Math.toRadians(ry), Math.toRadians(rz));
        return new RigidMotion(new Vec3(10, 5, -8), turn, new Vec3(x, y, z)).map();
    }
}
