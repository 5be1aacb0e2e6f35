/// JPEG 2000 part 1 (ITU-T T.800). Read `CodeStreamParser` for the markers, `TileDecoder` for the way from packets to
/// samples.
@NullMarked
package org.readingroom.viewer.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
