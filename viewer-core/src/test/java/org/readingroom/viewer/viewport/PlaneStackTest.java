package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The places of cuts through a straight volume of 10 x 8 x 6 voxels of 0.5 x 0.7 x 2 mm, first voxel at 100, 50, -20.
// [utest->req~view.reformat-planes~1]
class PlaneStackTest {
    private static final Volume VOLUME =
            volume(new AffineMap(new Vec3(0.5, 0, 0), new Vec3(0, 0.7, 0), new Vec3(0, 0, 2), new Vec3(100, 50, -20)));

    private static Volume volume(AffineMap voxelToPatient) {
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            slices.add(GreySlice.of(10, 8, new short[80], 1, 0));
        }
        return new Volume(slices, voxelToPatient, true);
    }

    @Test
    void theMiddleOfTheGridIsHalfwayBetweenItsOutermostCentres() {
        assertClose(new Vec3(102.25, 52.45, -15), VOLUME.centre());
    }

    @Test
    void theWheelGoesThroughEveryVoxelCentreFromOneEndToTheOther() {
        PlaneStack axial = PlaneStack.of(VOLUME, PlaneKind.AXIAL);
        assertEquals(6, axial.count());
        assertEquals(-20, axial.plane(0).centre().z(), 1e-9);
        assertEquals(-10, axial.plane(5).centre().z(), 1e-9);
        PlaneStack coronal = PlaneStack.of(VOLUME, PlaneKind.CORONAL);
        assertEquals(8, coronal.count());
        assertEquals(50, coronal.plane(0).centre().y(), 1e-9);
        assertEquals(54.9, coronal.plane(7).centre().y(), 1e-9);
        PlaneStack sagittal = PlaneStack.of(VOLUME, PlaneKind.SAGITTAL);
        assertEquals(10, sagittal.count());
        // into the screen is towards the patient's right, so the first is the leftmost
        assertEquals(104.5, sagittal.plane(0).centre().x(), 1e-9);
        assertEquals(100, sagittal.plane(9).centre().x(), 1e-9);
    }

    @Test
    void theNearestPlaneIsTheNearestOnEitherSide() {
        PlaneStack axial = PlaneStack.of(VOLUME, PlaneKind.AXIAL);
        assertEquals(1, axial.nearest(new Vec3(0, 0, -17.1)));
        assertEquals(2, axial.nearest(new Vec3(0, 0, -16.9)));
        assertEquals(0, axial.nearest(new Vec3(0, 0, -99)));
        assertEquals(5, axial.nearest(new Vec3(0, 0, 99)));
    }

    @Test
    void aPlaneThatLooksAlongItsNormalIsNotMirrored() {
        ViewPlane front = ReformatRequest.plane(Vec3.ZERO, new Vec3(0, 3, 0), new Vec3(0, 1, 2));
        // from the front the patient's left is on the right and the head on top
        assertClose(new Vec3(1, 0, 0), front.right());
        assertClose(new Vec3(0, 0, -1), front.down());
        assertClose(new Vec3(0, 1, 0), front.normal());
    }

    @Test
    void aCoveringPictureHoldsTheWholeVolumeAtItsFinestEdge() {
        ViewPlane off = new ViewPlane(new Vec3(90, 70, -12), new Vec3(1, 0, 0), new Vec3(0, 0, -1));
        ReformatRequest request = ReformatRequest.covering(VOLUME, off, Slab.THIN);
        assertEquals(0.5, request.mmPerElement());
        assertEquals(10, request.width());
        assertEquals(24, request.height());
        // still through y = 70, but about the middle of the volume
        assertClose(new Vec3(102.25, 70, -15), request.plane().centre());
    }

    @Test
    void thePictureOfARequestHasItsGridWhateverTheVolume() {
        ViewPlane plane = new ViewPlane(new Vec3(101, 52, -14), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        ReformatRequest request = new ReformatRequest(plane, 5, 3, 0.25, Slab.THIN);
        ResolvedView view = request.resolve(VOLUME, look());
        // element (0, 0) lies two elements left of and one above the centre
        Vec3 first = VOLUME.voxelToWorld().apply(view.origin());
        assertClose(new Vec3(101 - 2 * 0.25, 52 - 0.25, -14), first);
        assertClose(new Vec3(0.25, 0, 0), VOLUME.voxelToWorld().applyToDirection(view.du()));
        assertClose(new Vec3(0, 0.25, 0), VOLUME.voxelToWorld().applyToDirection(view.dv()));
    }

    @Test
    void aSlabReachesHalfItsThicknessToEitherSideOfThePlane() {
        ViewPlane plane = new ViewPlane(new Vec3(101, 52, -14), new Vec3(1, 0, 0), new Vec3(0, 0, -1));
        ResolvedView view =
                new ReformatRequest(plane, 5, 3, 0.25, new Slab(3, Slab.Projection.MEAN)).resolve(VOLUME, look());
        // the view's slab runs from -dn / 2 to +dn / 2 about the plane, along its normal: from the front to the back
        assertClose(new Vec3(0, 3, 0), VOLUME.voxelToWorld().applyToDirection(view.dn()));
        Vec3 first = VOLUME.voxelToWorld().apply(view.origin());
        assertClose(new Vec3(101 - 0.5, 52, -14 + 0.25), first);
    }

    @Test
    void onlyAPictureThatTouchesTheVolumeMeetsIt() {
        // outer edges: x 99.75 to 104.75, z -21 to -9
        assertTrue(meets(new Vec3(102, 52, -9.1), 1, 1, Slab.THIN));
        assertFalse(meets(new Vec3(102, 52, -8.9), 1, 1, Slab.THIN));
        assertTrue(meets(new Vec3(102, 52, -8.9), 1, 1, new Slab(1, Slab.Projection.MAXIMUM)));
        assertFalse(meets(new Vec3(106, 52, -15), 2, 2, Slab.THIN));
        assertTrue(meets(new Vec3(106, 52, -15), 4, 4, Slab.THIN));
    }

    private static boolean meets(Vec3 centre, int width, int height, Slab slab) {
        ViewPlane plane = new ViewPlane(centre, new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        return new ReformatRequest(plane, width, height, 1, slab).meets(VOLUME);
    }

    @Test
    void absurdRequestsAreRefused() {
        ViewPlane plane = new ViewPlane(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ReformatRequest(plane, 0, 5, 1, Slab.THIN));
        assertThrows(IllegalArgumentException.class, () -> new ReformatRequest(plane, 8193, 5, 1, Slab.THIN));
        assertThrows(IllegalArgumentException.class, () -> new ReformatRequest(plane, 5, 5, 0, Slab.THIN));
    }

    private static ViewResolver.Look look() {
        return new ViewResolver.Look(
                org.readingroom.viewer.display.Voi.Window.linear(40, 400),
                false,
                new DataPresentation(null, false, org.readingroom.viewer.palette.Palettes.GREY, Interpolation.LINEAR));
    }

    private static void assertClose(Vec3 expected, Vec3 actual) {
        assertEquals(0, expected.distanceTo(actual), 1e-9, "expected " + expected + ", was " + actual);
    }
}
