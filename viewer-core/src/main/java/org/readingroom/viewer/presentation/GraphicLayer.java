package org.readingroom.viewer.presentation;

/// A layer of graphics. `rgb` is 0xRRGGBB: the recommended colour or grey, else a yellow of ours.
///
/// **Source:** DICOM PS3.3 section C.10.7.
public record GraphicLayer(String name, int order, int rgb, String description) {}
