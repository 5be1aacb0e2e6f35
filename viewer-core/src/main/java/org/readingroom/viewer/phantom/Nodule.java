package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// A sphere of one density in the lung of [CtChestPhantom]: the truth to measure against.
///
/// **Space:** patient, millimetres. **Units:** `hounsfield` in HU, before the grain of the picture.
public record Nodule(String label, Vec3 centre, double diameterMm, double hounsfield) {
    public double volumeMm3() {
        return Math.PI / 6 * diameterMm * diameterMm * diameterMm;
    }
}
