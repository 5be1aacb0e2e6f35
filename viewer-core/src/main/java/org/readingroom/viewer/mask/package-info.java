/// Regions in the patient: which places belong to a segment or a contoured structure, and how they are drawn over
/// any plane.
///
/// No files are read here. First read: [PatientMask], then [MaskPainter].
@NullMarked
package org.readingroom.viewer.mask;

import org.jspecify.annotations.NullMarked;
