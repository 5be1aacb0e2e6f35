package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// A straight piece of vessel with round ends; millimetres, patient space.
record Tube(Vec3 start, Vec3 end, double radius) {
    double lowestZ() {
        return Math.min(start.z(), end.z()) - radius;
    }

    double highestZ() {
        return Math.max(start.z(), end.z()) + radius;
    }

    /// Whether a place is farther than `margin` outside the tube's box across.
    boolean isBeside(double x, double y, double margin) {
        double reach = radius + margin;
        return x < Math.min(start.x(), end.x()) - reach
                || x > Math.max(start.x(), end.x()) + reach
                || y < Math.min(start.y(), end.y()) - reach
                || y > Math.max(start.y(), end.y()) + reach;
    }

    /// Distance of a point from the surface, negative inside.
    double distance(double x, double y, double z) {
        double ax = end.x() - start.x();
        double ay = end.y() - start.y();
        double az = end.z() - start.z();
        double px = x - start.x();
        double py = y - start.y();
        double pz = z - start.z();
        double along = (px * ax + py * ay + pz * az) / (ax * ax + ay * ay + az * az);
        double t = Math.clamp(along, 0, 1);
        double dx = px - t * ax;
        double dy = py - t * ay;
        double dz = pz - t * az;
        return Math.sqrt(dx * dx + dy * dy + dz * dz) - radius;
    }
}
