/// JPEG-LS, lossless and near-lossless (ITU-T T.87). First class to read: `JpegLsDecoder`.
@NullMarked
package org.readingroom.viewer.codec.jpegls;

import org.jspecify.annotations.NullMarked;
