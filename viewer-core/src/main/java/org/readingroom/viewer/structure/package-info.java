/// RT structure sets: contours as they were drawn, and each closed structure as a region of the patient.
///
/// First read: [StructureSetReader], then [RoiMask].
@NullMarked
package org.readingroom.viewer.structure;

import org.jspecify.annotations.NullMarked;
