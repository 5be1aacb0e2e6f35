package org.readingroom.viewer.phantom;

/// Soft edges: how much of a pixel a shape covers, from the distance of the pixel's centre to the edge.
final class Blend {
    private Blend() {}

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
        double r = Math.sqrt(ux * ux + uy * uy);
        if (r < 1e-9) {
            return -Math.min(halfX, halfY);
        }
        double gx = ux / halfX;
        double gy = uy / halfY;
        return (r - 1) * r / Math.sqrt(gx * gx + gy * gy);
    }

    /// About the distance to an ellipsoid with its axes along x, y and z, negative inside.
    static double ellipsoid(double x, double y, double z, double halfX, double halfY, double halfZ) {
        double ux = x / halfX;
        double uy = y / halfY;
        double uz = z / halfZ;
        double r = Math.sqrt(ux * ux + uy * uy + uz * uz);
        if (r < 1e-9) {
            return -Math.min(halfX, Math.min(halfY, halfZ));
        }
        double gx = ux / halfX;
        double gy = uy / halfY;
        double gz = uz / halfZ;
        return (r - 1) * r / Math.sqrt(gx * gx + gy * gy + gz * gz);
    }
}
