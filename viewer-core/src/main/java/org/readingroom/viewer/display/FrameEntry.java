package org.readingroom.viewer.display;

/// A frame together with the header of its instance: what a [DisplaySetRule] looks at.
public record FrameEntry(ImageHeader header, ImageFrame frame) {}
