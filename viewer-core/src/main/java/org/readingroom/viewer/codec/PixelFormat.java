package org.readingroom.viewer.codec;

/// The shape of one frame as its header states it (Image Pixel module).
///
/// Float and double pixel data have no Bits Stored: `bitsStored` is 0 and `highBit` is -1.
///
/// **Source:** DICOM PS3.3 sections C.7.6.3, C.7.6.24 and C.7.6.25.
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

    /// Whether the samples are IEEE 754 numbers, 32 or 64 bits wide.
    public boolean isFloatingPoint() {
        return bitsStored == 0;
    }

    /// The same picture with its samples interleaved and named by `photometric`.
    public PixelFormat interleavedAs(String photometric) {
        return new PixelFormat(
                rows, columns, samplesPerPixel, bitsAllocated, bitsStored, highBit, isSigned, photometric, 0);
    }

    /// The same samples under another photometric interpretation, lying as they lie.
    PixelFormat named(String photometric) {
        return new PixelFormat(
                rows,
                columns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                isSigned,
                photometric,
                planarConfiguration);
    }

    /// A picture of the same samples and another size.
    PixelFormat sized(int otherRows, int otherColumns) {
        return new PixelFormat(
                otherRows,
                otherColumns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                isSigned,
                photometricInterpretation,
                planarConfiguration);
    }

    /// The same picture with every sample in `bits` bits.
    PixelFormat allocating(int bits) {
        return new PixelFormat(
                rows,
                columns,
                samplesPerPixel,
                bits,
                bitsStored,
                highBit,
                isSigned,
                photometricInterpretation,
                planarConfiguration);
    }
}
