/// JPEG: baseline and extended sequential DCT, lossless Huffman (ITU-T T.81). First class to read: `JpegDecoder`.
@NullMarked
package org.readingroom.viewer.codec.jpeg;

import org.jspecify.annotations.NullMarked;
