package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// Every element of a fused picture is the mixture of what both volumes hold at its own place in the patient.
// [utest->req~view.fusion~1]
class FusionTest {
    private static final Palette IRON = Palettes.of("hot-iron").orElseThrow();
    private static final Voi BASE_WINDOW = new Voi.Window(40, 800, Voi.Function.LINEAR_EXACT, "");
    private static final Voi OVERLAY_WINDOW = new Voi.Window(20, 500, Voi.Function.LINEAR_EXACT, "");

    @Test
    void bothVolumesAreSampledAtTheSamePlaceThroughTheRegistration() {
        AffineMap overlayGrid =
                new AffineMap(new Vec3(2.1, 0, 0), new Vec3(0, 1.7, 0), new Vec3(0, 0.4, 3), new Vec3(-60, -40, -50));
        double turn = Math.toRadians(20);
        AffineMap registration = new AffineMap(
                new Vec3(Math.cos(turn), Math.sin(turn), 0),
                new Vec3(-Math.sin(turn), Math.cos(turn), 0),
                new Vec3(0, 0, 1),
                new Vec3(4, -3, 9));
        Volume base =
                FormulaPhantom.volume(40, 30, 20, FormulaPhantom.turned(), new float[] {0.1f}, FormulaPhantom::linear);
        Volume overlay = FormulaPhantom.volume(50, 50, 40, overlayGrid, new float[] {0.1f}, FusionTest::overlayFormula);
        for (Fusion.Blend blend : Fusion.Blend.values()) {
            for (double opacity : new double[] {0, 0.35, 1}) {
                ResolvedView view =
                        view(base, new Fusion(overlay, registration, look(OVERLAY_WINDOW, IRON), opacity, blend));
                int[] picture = draw(view);
                int seen = 0;
                for (int y = 0; y < view.height(); y++) {
                    for (int x = 0; x < view.width(); x++) {
                        Vec3 p = view.transform().screenToWorld(x + 0.5, y + 0.5);
                        if (isInside(base, p) && isInside(overlay, registration.apply(p))) {
                            double under = 255 * BASE_WINDOW.toGrey(FormulaPhantom.linear(p));
                            double step = 255 * OVERLAY_WINDOW.toGrey(overlayFormula(registration.apply(p)));
                            double part = blend == Fusion.Blend.EVEN ? opacity : opacity * step / 255;
                            assertMixture(picture[y * view.width() + x], under, step, part, x + ", " + y);
                            seen++;
                        }
                    }
                }
                assertTrue(seen > 300, "saw only " + seen);
            }
        }
    }

    @Test
    void whereTheOverlayHoldsNothingTheBaseShowsAlone() {
        Volume base =
                FormulaPhantom.volume(40, 30, 20, FormulaPhantom.turned(), new float[] {0.1f}, FormulaPhantom::linear);
        AffineMap far = new AffineMap(
                FormulaPhantom.turned().x(),
                FormulaPhantom.turned().y(),
                FormulaPhantom.turned().z(),
                new Vec3(900, 900, 900));
        Volume overlay = FormulaPhantom.volume(40, 30, 20, far, new float[] {0.1f}, FormulaPhantom::linear);
        int[] alone = draw(view(base, null));
        int[] fused = draw(
                view(base, new Fusion(overlay, AffineMap.IDENTITY, look(OVERLAY_WINDOW, IRON), 1, Fusion.Blend.EVEN)));
        org.junit.jupiter.api.Assertions.assertArrayEquals(alone, fused);
    }

    /// Within one step of either palette and the rounding of the mixture.
    private static void assertMixture(int argb, double under, double step, double part, String where) {
        int low = (int) Math.max(0, Math.floor(step - 0.6));
        int high = (int) Math.min(255, Math.ceil(step + 0.6));
        for (int shift = 0; shift <= 16; shift += 8) {
            double least = 255;
            double most = 0;
            for (int i = low; i <= high; i++) {
                double mixed = (1 - part) * under + part * (IRON.argb(i) >> shift & 0xFF);
                least = Math.min(least, mixed);
                most = Math.max(most, mixed);
            }
            int channel = argb >> shift & 0xFF;
            assertTrue(channel >= least - 1.6 && channel <= most + 1.6, where + ": " + channel + " not " + least);
        }
        assertEquals(0xFF, argb >>> 24, "opaque");
    }

    private static double overlayFormula(Vec3 p) {
        return 2 * p.x() + 1.2 * p.y() - 3 * p.z() + 10;
    }

    private static ResolvedView view(Volume base, @org.jspecify.annotations.Nullable Fusion fusion) {
        return ViewResolver.resolve(
                base,
                ReformatRequest.plane(base.centre(), new Vec3(1, 2, 3), new Vec3(0, 0, 1)),
                Slab.THIN,
                new ViewPresentation(2, 0, 0, 15, true),
                look(BASE_WINDOW, Palettes.GREY),
                ViewResolver.PictureSize.pixels(40, 40),
                ViewExtras.NONE.withFusion(fusion));
    }

    private static ViewResolver.Look look(Voi voi, Palette palette) {
        return new ViewResolver.Look(voi, false, new DataPresentation(voi, false, palette, Interpolation.LINEAR));
    }

    private static boolean isInside(Volume volume, Vec3 p) {
        Vec3 v = volume.worldToVoxel().apply(p);
        return v.x() > 0.05
                && v.y() > 0.05
                && v.z() > 0.05
                && v.x() < volume.columns() - 1.05
                && v.y() < volume.rows() - 1.05
                && v.z() < volume.depth() - 1.05;
    }

    private static int[] draw(ResolvedView view) {
        int[] picture = new int[view.width() * view.height()];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, IntBuffer.wrap(picture));
        }
        return picture;
    }
}
