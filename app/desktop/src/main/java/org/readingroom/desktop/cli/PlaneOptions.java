package org.readingroom.desktop.cli;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.volume.Volume;
import picocli.CommandLine.Option;

/// Which plane is cut through a volume, and how thick.
///
/// **Space:** patient coordinates, millimetres, as Image Position (Patient) has them.
final class PlaneOptions {
    /// chosen: longer than any patient.
    private static final double THICKEST_MM = 10_000;

    /// Which plane.
    enum Plane {
        axial,
        coronal,
        sagittal,
        oblique
    }

    /// What becomes of the values along a slab.
    enum Mode {
        mip(Slab.Projection.MAXIMUM),
        minip(Slab.Projection.MINIMUM),
        mean(Slab.Projection.MEAN),
        sum(Slab.Projection.SUM);

        private final Slab.Projection projection;

        Mode(Slab.Projection projection) {
            this.projection = projection;
        }
    }

    @Option(names = "--plane", paramLabel = "axial|coronal|sagittal|oblique", description = "${bundle:cli.mpr.plane}")
    private @Nullable Plane plane;

    @Option(
            names = "--at",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.at}")
    private @Nullable Vec3 at;

    @Option(
            names = "--normal",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.normal}")
    private @Nullable Vec3 normal;

    @Option(
            names = "--up",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.up}")
    private @Nullable Vec3 up;

    @Option(names = "--slab", paramLabel = "MM", description = "${bundle:cli.mpr.slab}")
    private double slabMm;

    @Option(names = "--mode", paramLabel = "mip|minip|mean|sum", description = "${bundle:cli.mpr.mode}")
    private @Nullable Mode mode;

    /// Whether anything was said about a plane.
    boolean isAsked() {
        return plane != null || at != null || normal != null || up != null || slabMm != 0 || mode != null;
    }

    /// The message key of what is wrong with the options together; null when they can be done.
    @Nullable
    String fault() {
        if (plane == null) {
            return "cli.mpr.plane-or-curve";
        }
        if (plane == Plane.oblique && (normal == null || up == null || at == null)) {
            return "cli.mpr.oblique-needs";
        }
        if (plane != Plane.oblique && (normal != null || up != null)) {
            return "cli.mpr.oblique-only";
        }
        if (!(slabMm >= 0) || slabMm > THICKEST_MM) {
            return "cli.mpr.negative";
        }
        if (mode != null && slabMm == 0) {
            return "cli.mpr.mode-needs-slab";
        }
        if (normal != null
                && up != null
                && (normal.cross(up).length() < 1e-6 * normal.length() * up.length()
                        || normal.length() == 0
                        || up.length() == 0)) {
            return "cli.mpr.parallel";
        }
        return null;
    }

    ViewPlane of(Volume volume) {
        Vec3 through = at != null ? at : volume.centre();
        return switch (checked(plane)) {
            case axial -> ReformatRequest.plane(PlaneKind.AXIAL, volume, through);
            case coronal -> ReformatRequest.plane(PlaneKind.CORONAL, volume, through);
            case sagittal -> ReformatRequest.plane(PlaneKind.SAGITTAL, volume, through);
            case oblique -> ReformatRequest.plane(through, checked(normal), checked(up));
        };
    }

    Slab slab() {
        return slabMm == 0 ? Slab.THIN : new Slab(slabMm, (mode == null ? Mode.mip : mode).projection);
    }

    private static <T> T checked(@Nullable T given) {
        if (given == null) {
            throw new IllegalStateException("the options were not checked");
        }
        return given;
    }
}
