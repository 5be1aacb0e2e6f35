package org.readingroom.viewer.phantom;

import org.readingroom.viewer.geometry.Vec3;

/// A sphere that takes up more than its surroundings: the truth to measure against.
///
/// `suv` is reached within the radius less half the blur of the picture.
///
/// **Space:** patient, millimetres. **Units:** `suv` by body weight, g/ml.
public record HotSpot(String label, Vec3 centre, double diameterMm, double hounsfield, double suv) {}
