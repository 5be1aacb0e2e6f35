package org.readingroom.viewer.registration;

import org.readingroom.viewer.geometry.AffineMap;

/// What a registration by values found: the map from the first volume's patient space to the second's, and how well
/// the values fit before and after.
///
/// **Range:** similarities from 1, nothing in common, to 2, each value tells the other.
public record RigidAlignment(AffineMap baseToOverlay, double similarityBefore, double similarityAfter) {}
