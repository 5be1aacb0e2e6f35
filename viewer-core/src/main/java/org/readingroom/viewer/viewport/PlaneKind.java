package org.readingroom.viewer.viewport;

/// Which cut a view shows: the frames as they were taken, or a reformat.
public enum PlaneKind {
    ACQUIRED,
    AXIAL,
    CORONAL,
    SAGITTAL;

    public boolean isReformat() {
        return this != ACQUIRED;
    }
}
