package org.readingroom.viewer.codec;

/// What a code stream says of its own picture, to be held against the data set's word before anything is allocated.
public record CodeStreamHeader(int rows, int columns, int components, int precision) {

    /// **Errors:** [CodecException] when the picture is not the one `format` describes, or its samples do not fit
    /// the allocated bits. A precision other than Bits Stored is let pass: real files have it, and the samples are
    /// exact all the same.
    // [impl->req~codec.header-agrees~1]
    public void requireFits(PixelFormat format) throws CodecException {
        if (rows != format.rows() || columns != format.columns()) {
            throw CodecException.mismatch("a code stream of %d x %d for an image of %d x %d"
                    .formatted(columns, rows, format.columns(), format.rows()));
        }
        if (components != format.samplesPerPixel()) {
            throw CodecException.mismatch(
                    "a code stream of " + components + " components for " + format.samplesPerPixel() + " samples");
        }
        int allocated = format.bitsAllocated();
        if (precision > allocated || allocated % 8 != 0 || format.isFloatingPoint()) {
            throw CodecException.mismatch(
                    "a code stream of " + precision + " bits for " + allocated + " bits allocated");
        }
        // stored bits that do not begin at the lowest must be in the stream where the header puts them
        if (format.highBit() >= format.bitsStored() && precision <= format.highBit()) {
            throw CodecException.mismatch(
                    "a code stream of " + precision + " bits where the highest is " + format.highBit());
        }
    }
}
