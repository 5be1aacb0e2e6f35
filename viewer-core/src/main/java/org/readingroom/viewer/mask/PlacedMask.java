package org.readingroom.viewer.mask;

import org.readingroom.viewer.geometry.ImagePlane;

/// A mask and the plane whose pixels it speaks of; (0, 0) of the mask is the first pixel of the plane.
public record PlacedMask(ImagePlane plane, PixelMask mask) {}
