package org.readingroom.report.model;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;

/// The place in the images that a sentence speaks of: enough to show it again as it was seen.
///
/// `frame` is null for a mark on a reformat between frames, `annotation` when the anchor names a
/// frame and no mark, `window` when the frame's own applies.
public record EvidenceAnchor(
        SeriesUid series,
        @Nullable FrameRef frame,
        @Nullable AnnotationId annotation,
        @Nullable AnchorWindow window) {
    public EvidenceAnchor {
        if (frame == null && annotation == null) {
            throw new IllegalArgumentException("an anchor needs a frame or a mark");
        }
    }
}
