package org.readingroom.report.model;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;

/// An image that belongs to the report, with the words under it.
///
/// `window` is null when the image's own applies; `caption` may be empty.
public record KeyImage(
        SeriesUid series, FrameRef frame, @Nullable AnchorWindow window, String caption) {
    public KeyImage withCaption(String newCaption) {
        return new KeyImage(series, frame, window, newCaption);
    }
}
