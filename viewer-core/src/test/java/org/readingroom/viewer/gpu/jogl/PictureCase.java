package org.readingroom.viewer.gpu.jogl;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Volume;

/// One picture of the matrix of all parameters: which value each parameter has, and the picture itself.
///
/// **Order:** `choice` as [#NAMES].
record PictureCase(int[] choice, ResolvedView view) {
    static final List<String> NAMES = List.of(
            "volume",
            "plane",
            "slab",
            "interpolation",
            "turn",
            "flip",
            "window",
            "inverse",
            "palette",
            "overlay",
            "quality");

    private static final List<Slab> SLABS = slabs();
    private static final List<Voi> VOIS = List.of(
            Voi.Window.linear(40, 400),
            Voi.Window.linear(-50, 2),
            Voi.Window.linear(10, 1),
            new Voi.Window(-200, 900, Voi.Function.LINEAR_EXACT, ""),
            new Voi.Window(20, 0.5, Voi.Function.LINEAR_EXACT, ""),
            new Voi.Window(100, 500, Voi.Function.SIGMOID, ""),
            new Voi.Table(-250, 10, table(600, 1023), ""),
            new Voi.Table(-500, 16, table(1500, 65535), ""));
    private static final double[] TURNS = {0, 90, 180, 270, 33};
    private static final AffineMap REGISTRATION =
            new AffineMap(new Vec3(0.8, 0.6, 0), new Vec3(-0.6, 0.8, 0), new Vec3(0, 0, 1), new Vec3(3, 2, -4));

    /// How many values each parameter has; the last volume of `volumes` is one of a single slice.
    static int[] sizes(List<Volume> volumes) {
        return new int[] {
            volumes.size(),
            PlaneKind.values().length + 2,
            SLABS.size(),
            Interpolation.values().length,
            TURNS.length,
            2,
            VOIS.size(),
            2,
            Palettes.all().size(),
            1 + 2 * Fusion.Blend.values().length,
            3
        };
    }

    static PictureCase any(List<Volume> volumes, List<Volume> overlays, Random random) {
        int[] sizes = sizes(volumes);
        int[] c = new int[sizes.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = random.nextInt(sizes[i]);
        }
        Volume volume = volumes.get(c[0]);
        if (volume.depth() == 1) {
            c[1] = 0;
            c[2] = 0;
        }
        ViewPlane plane = plane(volume, c[1], random);
        ViewPresentation look = new ViewPresentation(
                0.7 + 2 * random.nextDouble(),
                4 * random.nextGaussian(),
                4 * random.nextGaussian(),
                TURNS[c[4]],
                c[5] == 1);
        Voi voi = VOIS.get(c[6]);
        DataPresentation data =
                new DataPresentation(voi, false, Palettes.all().get(c[8]), Interpolation.values()[c[3]]);
        ViewExtras extras = ViewExtras.NONE
                .withQuality(c[10] == 2 ? Quality.FAST : Quality.FULL)
                .withFusion(fusion(overlays, c[9], random));
        PictureSize size = new PictureSize(c[10] == 2 ? 60 : 30, c[10] == 2 ? 44 : 22, c[10] == 1 ? 1.5 : 1);
        return new PictureCase(
                c,
                ViewResolver.resolve(
                        volume,
                        plane,
                        SLABS.get(c[2]),
                        look,
                        new ViewResolver.Look(voi, c[7] == 1, data),
                        size,
                        extras));
    }

    private static ViewPlane plane(Volume volume, int kind, Random random) {
        if (kind < PlaneKind.values().length) {
            PlaneStack stack = PlaneStack.of(volume, PlaneKind.values()[kind]);
            return stack.plane(random.nextInt(stack.count()));
        }
        Vec3 normal = direction(random);
        Vec3 through = volume.centre().plus(direction(random).times(5));
        return ReformatRequest.plane(through, normal, normal.cross(direction(random)));
    }

    private static @org.jspecify.annotations.Nullable Fusion fusion(List<Volume> overlays, int choice, Random random) {
        if (choice == 0) {
            return null;
        }
        Palette palette = Palettes.all().get(random.nextInt(Palettes.all().size()));
        Voi voi = VOIS.get(random.nextInt(VOIS.size()));
        DataPresentation data = new DataPresentation(
                voi, false, palette, Interpolation.values()[random.nextInt(Interpolation.values().length)]);
        return new Fusion(
                overlays.get(random.nextInt(overlays.size())),
                choice % 2 == 0 ? AffineMap.IDENTITY : REGISTRATION,
                new ViewResolver.Look(voi, random.nextBoolean(), data),
                random.nextDouble(),
                Fusion.Blend.values()[(choice - 1) / 2]);
    }

    private static List<Slab> slabs() {
        List<Slab> slabs = new ArrayList<>(List.of(Slab.THIN));
        for (Slab.Projection projection : Slab.Projection.values()) {
            for (double thickness : new double[] {0.5, 6, 150}) {
                slabs.add(new Slab(thickness, projection));
            }
        }
        return slabs;
    }

    private static int[] table(int entries, int highest) {
        int[] values = new int[entries];
        for (int i = 0; i < entries; i++) {
            values[i] = (int) Math.round(highest * Math.pow(i / (entries - 1.0), 0.7));
        }
        return values;
    }

    private static Vec3 direction(Random random) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
    }
}
