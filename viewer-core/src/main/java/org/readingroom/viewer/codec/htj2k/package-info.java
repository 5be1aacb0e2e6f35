/// Code blocks of High-Throughput JPEG 2000 (ITU-T T.814). Read `HtBlockDecoder` first: it names the parts of a block
/// and
/// the passes over it. Markers, packets and wavelets are those of `codec.jpeg2000`, which leans on this package.
@NullMarked
package org.readingroom.viewer.codec.htj2k;

import org.jspecify.annotations.NullMarked;
