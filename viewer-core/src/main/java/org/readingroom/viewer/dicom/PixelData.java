package org.readingroom.viewer.dicom;

import java.util.List;

/// The pixel data element of a file, as bytes; `codec` makes frames of it.
///
/// `tag` is Pixel Data, Float Pixel Data or Double Float Pixel Data.
public sealed interface PixelData {
    int tag();

    /// All frames, one after the other, uncompressed.
    ///
    /// `bytes` is what the file holds, which a truncated file makes shorter than `declaredLength`.
    /// `bigEndian` says the order of values wider than a byte; `vr` is OB, OW, OF or OD.
    record Native(int tag, Vr vr, ByteSlice bytes, long declaredLength, boolean bigEndian) implements PixelData {
        public boolean isComplete() {
            return bytes.length() >= declaredLength;
        }
    }

    /// Compressed frames in fragments, the offset table item not among them.
    ///
    /// `basicOffsets` and the extended ones are as the file states them, unchecked, empty when absent: bytes
    /// from the item tag of the first fragment to the item tag of the first fragment of each frame. Without
    /// `isComplete` the file ended early, and the last fragment may be short.
    ///
    /// **Source:** DICOM PS3.5 section A.4, PS3.3 section C.7.6.3.1.8.
    record Encapsulated(
            int tag,
            List<ByteSlice> fragments,
            List<Long> basicOffsets,
            List<Long> extendedOffsets,
            List<Long> extendedLengths,
            boolean isComplete)
            implements PixelData {
        public Encapsulated {
            fragments = List.copyOf(fragments);
            basicOffsets = List.copyOf(basicOffsets);
            extendedOffsets = List.copyOf(extendedOffsets);
            extendedLengths = List.copyOf(extendedLengths);
        }
    }
}
