/// RLE Lossless: byte runs, one segment per byte of a sample.
@NullMarked
package org.readingroom.viewer.codec.rle;

import org.jspecify.annotations.NullMarked;
