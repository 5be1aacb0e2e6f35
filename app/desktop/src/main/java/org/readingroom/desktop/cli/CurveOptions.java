package org.readingroom.desktop.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.ReformatRequest;
import org.readingroom.viewer.volume.Volume;
import picocli.CommandLine.Option;

/// A curved sheet instead of a plane: through which points, laid flat how.
///
/// **Space:** patient coordinates, millimetres.
// [impl->req~cli.mpr-curve~1]
final class CurveOptions {
    private static final double DEFAULT_WIDTH_MM = 100;

    /// How the sheet is laid flat.
    enum Kind {
        straightened(CurvedRequest.Kind.STRAIGHTENED),
        stretched(CurvedRequest.Kind.STRETCHED);

        private final CurvedRequest.Kind kind;

        Kind(CurvedRequest.Kind kind) {
            this.kind = kind;
        }
    }

    @Option(
            names = "--curve",
            paramLabel = "x,y,z;…",
            converter = Values.Points.Reader.class,
            description = "${bundle:cli.mpr.curve}")
    private Values.@Nullable Points points;

    @Option(names = "--kind", paramLabel = "straightened|stretched", description = "${bundle:cli.mpr.kind}")
    private @Nullable Kind kind;

    @Option(
            names = "--across",
            paramLabel = "x,y,z",
            converter = Values.VectorReader.class,
            description = "${bundle:cli.mpr.across}")
    private @Nullable Vec3 across;

    @Option(names = "--width", paramLabel = "MM", description = "${bundle:cli.mpr.width}")
    private @Nullable Double widthMm;

    boolean isAsked() {
        return points != null;
    }

    /// The message key of what is wrong with the options together; null when they can be done.
    @Nullable
    String fault(double spacingMm) {
        if (points == null) {
            return kind != null || across != null || widthMm != null ? "cli.mpr.curve-needs" : null;
        }
        if (points.all().size() < 2) {
            return "cli.mpr.no-curve";
        }
        if (widthMm != null && !(widthMm > 0) || across != null && across.length() == 0) {
            return "cli.mpr.curve-width";
        }
        return spacingMm > 0 && width() / spacingMm > ReformatRequest.LARGEST_SIDE ? "cli.mpr.curve-width" : null;
    }

    private double width() {
        return widthMm != null ? widthMm : DEFAULT_WIDTH_MM;
    }

    /// The sheet at elements of `spacingMm`, the finest voxel edge for zero.
    CurvedRequest request(Volume volume, double spacingMm) {
        double finest = Math.min(
                volume.voxelToWorld().x().length(),
                Math.min(
                        volume.voxelToWorld().y().length(),
                        volume.voxelToWorld().z().length()));
        double edge = spacingMm > 0 ? spacingMm : Math.max(finest, width() / ReformatRequest.LARGEST_SIDE);
        return new CurvedRequest(
                points == null ? List.of() : points.all(),
                kind == null ? CurvedRequest.Kind.STRAIGHTENED : kind.kind,
                width(),
                edge,
                across == null ? new Vec3(1, 0, 0) : across);
    }
}
