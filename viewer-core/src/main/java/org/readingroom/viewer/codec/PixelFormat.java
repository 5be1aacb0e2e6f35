package org.readingroom.viewer.codec;

/// The shape of one frame as its header states it (Image Pixel module).
///
/// **Source:** DICOM PS3.3 section C.7.6.3.
public record PixelFormat(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean isSigned,
        String photometricInterpretation,
        int planarConfiguration) {

    /// The pixels of one frame.
    public int pixels() {
        return Math.multiplyExact(rows, columns);
    }

    /// Bytes of one decoded frame; frames of one-bit pixels round up to a whole byte.
    public long frameBytes() {
        long bits = (long) rows * columns * samplesPerPixel * bitsAllocated;
        return (bits + 7) / 8;
    }
}
