package org.readingroom.viewer.model;

/// One frame of one instance.
///
/// **Range:** `frame` counts from zero; DICOM's frame numbers count from one.
public record FrameRef(SopInstanceUid instance, int frame) {
    public FrameRef {
        if (frame < 0) {
            throw new IllegalArgumentException("frame " + frame + " is below zero");
        }
    }
}
