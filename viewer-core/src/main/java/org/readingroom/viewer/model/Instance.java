package org.readingroom.viewer.model;

/// One stored object of a series at the level of a list.
///
/// `rows`, `columns` and `frames` are 0 for objects without pixels; `number` is 0 when the file has none.
public record Instance(
        SopInstanceUid uid, SeriesUid series, String sopClassUid, int number, int rows, int columns, int frames) {
    public boolean isImage() {
        return frames > 0;
    }
}
