package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Volume;

/// Every cut must give back the formula the voxels were made from.
// [utest->req~view.one-affine~1]
// [utest->req~view.reformat-values~1]
class AnalyticReformatTest {
    private static final ViewResolver.Look LOOK = new ViewResolver.Look(
            Voi.Window.linear(40, 400), false, new DataPresentation(null, false, Palettes.GREY, Interpolation.LINEAR));

    @Test
    void anyCutOfAnyGridGivesTheFormulaBack() {
        Random random = new Random(20260101);
        float[][] scales = {{1}, {0.25f}, {0.3f, 0.5f, 0.2f}};
        for (int run = 0; run < 60; run++) {
            AffineMap map = run % 3 == 0 ? tilted() : FormulaPhantom.turned();
            float[] scale = scales[run % scales.length];
            Volume volume = FormulaPhantom.volume(40, 30, 20, map, scale, FormulaPhantom::linear);
            ViewPlane plane = ReformatRequest.plane(
                    volume.centre().plus(direction(random).times(2)), direction(random), direction(random));
            ViewPresentation look = new ViewPresentation(
                    0.5 + 3 * random.nextDouble(),
                    random.nextGaussian(),
                    random.nextGaussian(),
                    random.nextInt(360),
                    random.nextBoolean());
            ResolvedView view =
                    ViewResolver.resolve(volume, plane, Slab.THIN, look, LOOK, new PictureSize(50, 40, 1.5));
            holds(view, volume, 0.5 * scale[0] + 0.15, run);
        }
    }

    @Test
    void meanOfASlabIsItsMiddleWhereValuesAreLinear() {
        Volume volume =
                FormulaPhantom.volume(40, 30, 20, FormulaPhantom.turned(), new float[] {0.25f}, FormulaPhantom::linear);
        ViewPlane plane = ReformatRequest.plane(volume.centre(), new Vec3(1, 2, 3), new Vec3(0, 0, 1));
        ResolvedView view = ViewResolver.resolve(
                volume,
                plane,
                new Slab(4, Slab.Projection.MEAN),
                new ViewPresentation(4, 0, 0, 0, false),
                LOOK,
                PictureSize.pixels(20, 20));
        holds(view, volume, 0.2, 0);
    }

    @Test
    void maximumOfASlabIsTheValueAtItsHigherFace() {
        Volume volume =
                FormulaPhantom.volume(40, 30, 20, FormulaPhantom.turned(), new float[] {0.25f}, FormulaPhantom::linear);
        ViewPlane plane = ReformatRequest.plane(volume.centre(), new Vec3(1, 2, 3), new Vec3(0, 0, 1));
        for (Slab.Projection projection : new Slab.Projection[] {Slab.Projection.MAXIMUM, Slab.Projection.MINIMUM}) {
            ResolvedView view = ViewResolver.resolve(
                    volume,
                    plane,
                    new Slab(4, projection),
                    new ViewPresentation(4, 0, 0, 0, false),
                    LOOK,
                    PictureSize.pixels(9, 9));
            double sign = projection == Slab.Projection.MAXIMUM ? 1 : -1;
            Vec3 face = plane.normal().times(2 * sign * Math.signum(FormulaPhantom.linear(plane.normal()) - 40));
            double expected = FormulaPhantom.linear(
                    view.transform().screenToWorld(4.5, 4.5).plus(face));
            assertEquals(expected, ModalitySampler.sample(view).value(4, 4), 0.2, projection.name());
        }
    }

    @Test
    void namedPlanesShowLeftOnTheRightAndHeadUp() {
        Volume volume =
                FormulaPhantom.volume(40, 30, 20, FormulaPhantom.turned(), new float[] {1}, FormulaPhantom::linear);
        String[] right = {"L", "L", "P"};
        String[] top = {"A", "H", "H"};
        PlaneKind[] kinds = {PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL};
        for (int i = 0; i < kinds.length; i++) {
            PlaneStack stack = PlaneStack.of(volume, kinds[i]);
            ResolvedView view = ViewResolver.resolve(
                    volume,
                    stack.plane(stack.count() / 2),
                    Slab.THIN,
                    ViewPresentation.FIT,
                    LOOK,
                    PictureSize.pixels(60, 60));
            assertEquals(right[i], view.transform().lettersRight(), kinds[i].name());
            assertEquals(top[i], view.transform().lettersTop(), kinds[i].name());
            holds(view, volume, 0.55, i);
        }
    }

    private static void holds(ResolvedView view, Volume volume, double tolerance, int run) {
        ModalityImage image = ModalitySampler.sample(view);
        double scale = view.transform().width() / view.width();
        int seen = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                Vec3 pPatient = view.transform().screenToWorld((x + 0.5) * scale, (y + 0.5) * scale);
                Vec3 pVoxel = volume.worldToVoxel().apply(pPatient);
                boolean inside = within(pVoxel.x(), 40) && within(pVoxel.y(), 30) && within(pVoxel.z(), 20);
                if (inside) {
                    double expected = FormulaPhantom.linear(pPatient);
                    assertEquals(expected, image.value(x, y), tolerance, "run " + run + " at " + x + ", " + y);
                    seen++;
                }
            }
        }
        assertTrue(seen > 50, "run " + run + " saw only " + seen + " inside");
    }

    private static boolean within(double at, int count) {
        return at > 0.01 && at < count - 1.01;
    }

    private static AffineMap tilted() {
        return new AffineMap(new Vec3(0.8, 0, 0), new Vec3(0, 1.2, 0), new Vec3(0, 0.8, 2.5), new Vec3(-16, -20, -25));
    }

    private static Vec3 direction(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }
}
