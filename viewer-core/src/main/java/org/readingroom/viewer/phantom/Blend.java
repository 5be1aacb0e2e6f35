package org.readingroom.viewer.phantom;

/// Soft edges: how much of a pixel a shape covers, from the distance of the pixel's centre to the edge.
final class Blend {
    /// Squared radii, in half axes, beyond which only the side matters and roots are saved.
    private static final double FAR_OUT = 4;

    private static final double DEEP_IN = 0.25;

    private Blend() {}

    private static double rough(double square, double least) {
        return square > 1 ? (square - 1) / 3 * least : (square - 1) * 2 / 3 * least;
    }

    /// 1 inside, 0 outside, in between over `edgeMm` around the surface; `distance` is negative inside.
    static double cover(double distance, double edgeMm) {
        return Math.clamp(0.5 - distance / edgeMm, 0, 1);
    }

    static double mix(double below, double above, double cover) {
        return below + (above - below) * cover;
    }

    /// About the distance to an ellipse with its axes along x and y, negative inside.
    static double ellipse(double x, double y, double halfX, double halfY) {
        double ux = x / halfX;
        double uy = y / halfY;
        double square = ux * ux + uy * uy;
        if (square > FAR_OUT || square < DEEP_IN) {
            return rough(square, Math.min(halfX, halfY));
        }
        double r = Math.sqrt(square);
        double gx = ux / halfX;
        double gy = uy / halfY;
        return (r - 1) * r / Math.sqrt(gx * gx + gy * gy);
    }

    /// About the distance to an ellipsoid with its axes along x, y and z, negative inside.
    static double ellipsoid(double x, double y, double z, double halfX, double halfY, double halfZ) {
        double ux = x / halfX;
        double uy = y / halfY;
        double uz = z / halfZ;
        double square = ux * ux + uy * uy + uz * uz;
        if (square > FAR_OUT || square < DEEP_IN) {
            return rough(square, Math.min(halfX, Math.min(halfY, halfZ)));
        }
        double r = Math.sqrt(square);
        double gx = ux / halfX;
        double gy = uy / halfY;
        double gz = uz / halfZ;
        return (r - 1) * r / Math.sqrt(gx * gx + gy * gy + gz * gz);
    }
}
