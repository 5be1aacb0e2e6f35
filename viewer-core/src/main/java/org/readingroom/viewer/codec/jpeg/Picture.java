package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.StoredPixels;

/// The picture a frame header announces, filled scan by scan; one kind for each way of coding.
interface Picture {
    /// **Errors:** [CodecException] when the scan does not belong to this picture or its data is wrong.
    void decode(ScanHeader scan, Tables tables, EntropyBits bits, int interval) throws CodecException;

    /// Whether nothing is missing any more.
    boolean isWhole();

    /// The whole picture, its samples named `photometric`.
    StoredPixels finish(String photometric) throws CodecException;
}
