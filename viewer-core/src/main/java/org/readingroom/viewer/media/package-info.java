/// Objects on a medium: a file set with its DICOMDIR, and the image of a disc that holds it.
///
/// First classes to read: `MediaFileSet`, `IsoImage`.
@NullMarked
package org.readingroom.viewer.media;

import org.jspecify.annotations.NullMarked;
