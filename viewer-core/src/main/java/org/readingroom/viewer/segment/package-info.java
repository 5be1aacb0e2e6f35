/// Segmentations: their segments and colours, and each segment as a region of the patient.
///
/// First read: [SegmentationReader], then [SegmentMasks].
@NullMarked
package org.readingroom.viewer.segment;

import org.jspecify.annotations.NullMarked;
