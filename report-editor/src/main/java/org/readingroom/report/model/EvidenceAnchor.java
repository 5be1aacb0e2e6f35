package org.readingroom.report.model;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;

/// The place in the images that a sentence speaks of: enough to show it again as it was seen.
///
/// `annotationId` is empty when the anchor names a frame and no mark; `window` is null when the frame's own applies.
public record EvidenceAnchor(
        SeriesUid series,
        FrameRef frame,
        String annotationId,
        @Nullable AnchorWindow window) {}
