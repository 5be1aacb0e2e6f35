package org.readingroom.viewer.codec;

import java.util.List;
import java.util.Locale;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads [PixelFormat] from the attributes of a data set and refuses layouts that cannot be.
///
/// **Source:** DICOM PS3.3 section C.7.6.3.
final class ImagePixelModule {
    /// What an array of values can hold; pixels of one bit get there long before their bytes do.
    private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8;

    private ImagePixelModule() {}

    /// The layout of the pixels in element `pixelTag`.
    static PixelFormat format(DataSet dataSet, int pixelTag) throws CodecException {
        int rows = required(dataSet, Tag.ROWS, 1, 65535);
        int columns = required(dataSet, Tag.COLUMNS, 1, 65535);
        int samples = optional(dataSet, Tag.SAMPLES_PER_PIXEL, 1);
        String photometric = dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .orElse(samples == 3 ? "RGB" : "MONOCHROME2");
        int planar = optional(dataSet, Tag.PLANAR_CONFIGURATION, 0);
        if (samples < 1 || samples > 4 || samples == 2) {
            throw badAttribute(Tag.SAMPLES_PER_PIXEL, samples);
        }
        if ((long) rows * columns * samples > MOST_SAMPLES) {
            throw new CodecException("viewer.codec.too-large", "a frame of " + columns + " x " + rows + " pixels");
        }
        if (planar != 0 && planar != 1) {
            throw badAttribute(Tag.PLANAR_CONFIGURATION, planar);
        }
        if (pixelTag == Tag.FLOAT_PIXEL_DATA || pixelTag == Tag.DOUBLE_FLOAT_PIXEL_DATA) {
            int bits = pixelTag == Tag.FLOAT_PIXEL_DATA ? 32 : 64;
            return new PixelFormat(rows, columns, samples, bits, 0, -1, true, photometric, planar);
        }
        int allocated = required(dataSet, Tag.BITS_ALLOCATED, 1, 32);
        if (allocated != 1 && allocated != 8 && allocated != 12 && allocated != 16 && allocated != 32) {
            throw badAttribute(Tag.BITS_ALLOCATED, allocated);
        }
        int stored = optional(dataSet, Tag.BITS_STORED, allocated);
        if (stored < 1 || stored > allocated) {
            throw badAttribute(Tag.BITS_STORED, stored);
        }
        int highBit = optional(dataSet, Tag.HIGH_BIT, stored - 1);
        if (highBit < stored - 1 || highBit >= allocated) {
            throw badAttribute(Tag.HIGH_BIT, highBit);
        }
        boolean signed = optional(dataSet, Tag.PIXEL_REPRESENTATION, 0) == 1;
        return new PixelFormat(rows, columns, samples, allocated, stored, highBit, signed, photometric, planar);
    }

    /// Number of Frames (0028,0008); 1 when absent, 0 when it cannot be read or is below one.
    static int declaredFrames(DataSet dataSet) {
        if (!dataSet.contains(Tag.NUMBER_OF_FRAMES)) {
            return 1;
        }
        return Math.max(0, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(0));
    }

    private static int required(DataSet dataSet, int tag, int low, int high) throws CodecException {
        int value = dataSet.integer(tag)
                .orElseThrow(() -> new CodecException(
                        "viewer.codec.attribute-missing",
                        List.of(Tag.text(tag)),
                        "attribute " + Tag.text(tag) + " is missing or unreadable",
                        null));
        if (value < low || value > high) {
            throw badAttribute(tag, value);
        }
        return value;
    }

    private static int optional(DataSet dataSet, int tag, int absent) {
        return dataSet.integer(tag).orElse(absent);
    }

    private static CodecException badAttribute(int tag, int value) {
        return new CodecException(
                "viewer.codec.attribute-impossible",
                List.of(Tag.text(tag), Integer.toString(value)),
                "attribute " + Tag.text(tag) + " is " + value,
                null);
    }
}
