package org.readingroom.viewer.display;

/// A frame together with the header of its instance: what a [DisplaySetRule] looks at.
public record FrameEntry(ImageHeader header, ImageFrame frame, FrameTraits traits) {
    public FrameEntry(ImageHeader header, ImageFrame frame) {
        this(header, frame, FrameTraits.of(header, frame.ref().frame()));
    }
}
