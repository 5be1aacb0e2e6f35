/// Slices sorted along their normal and the voxel grid they make, with its map to the patient.
///
/// Slices hold modality values ready to be sampled; a stack and a reformat share them. Not here:
/// windows, colours,
/// screens. First read: [Volume], then [VolumeGeometry].
@NullMarked
package org.readingroom.viewer.volume;

import org.jspecify.annotations.NullMarked;
