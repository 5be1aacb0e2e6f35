package org.readingroom.viewer.codec.colour;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.StoredValues;

/// Turns decoded colour frames into packed, opaque 0xAARRGGBB pixels.
///
/// **Shape:** `rows × columns`, row-major.
/// **Source:** DICOM PS3.3 section C.7.6.3.1.2.
public final class ColourConverter {
    private static final int OPAQUE = 0xFF000000;

    private ColourConverter() {}

    /// Converts a frame of three samples: RGB, YBR_FULL or YBR_PARTIAL_422, as its decoded format says.
    ///
    /// Samples deeper than eight bits lose their low ones.
    /// **Errors:** [CodecException] for any other colour space.
    // [impl->req~codec.colour~1]
    public static int[] argb(StoredPixels pixels) throws CodecException {
        PixelFormat format = pixels.format();
        String photometric = format.photometricInterpretation();
        ColourSpace space = format.samplesPerPixel() == 3 && !format.isFloatingPoint()
                ? switch (photometric) {
                    case "RGB" -> ColourConverter::rgb;
                    case "YBR_FULL", "YBR_FULL_422" -> ColourConverter::fullRange;
                    case "YBR_PARTIAL", "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> ColourConverter::partialRange;
                    default -> throw unknown(photometric);
                }
                : null;
        if (space == null) {
            throw unknown(photometric);
        }
        int[] argb = new int[format.pixels()];
        if (format.bitsAllocated() == 8 && format.bitsStored() == 8) {
            byte[] bytes = pixels.bytes();
            for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
                argb[i] = space.argb(bytes[at] & 0xFF, bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF);
            }
            return argb;
        }
        int[] values = StoredValues.ints(pixels);
        int bits = format.bitsStored();
        for (int i = 0, at = 0; i < argb.length; i++, at += 3) {
            argb[i] = space.argb(eight(values[at], bits), eight(values[at + 1], bits), eight(values[at + 2], bits));
        }
        return argb;
    }

    /// Converts a frame of one sample through `palette`, which maps stored values to packed colours.
    public static int[] argb(StoredPixels pixels, IntUnaryOperator palette) {
        int[] argb = StoredValues.ints(pixels);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = palette.applyAsInt(argb[i]);
        }
        return argb;
    }

    private interface ColourSpace {
        int argb(int first, int second, int third);
    }

    private static int eight(int value, int bits) {
        return bits >= 8 ? value >>> (bits - 8) & 0xFF : value * 255 / ((1 << bits) - 1);
    }

    private static int rgb(int red, int green, int blue) {
        return OPAQUE | red << 16 | green << 8 | blue;
    }

    /// The inverse of ITU-R BT.601 over the whole range, 16 fraction bits.
    private static int fullRange(int y, int cb, int cr) {
        int b = cb - 128;
        int r = cr - 128;
        int red = y + (91881 * r + 32768 >> 16);
        int green = y + (-22554 * b - 46802 * r + 32768 >> 16);
        int blue = y + (116130 * b + 32768 >> 16);
        return rgb(byteOf(red), byteOf(green), byteOf(blue));
    }

    /// As above for luminance 16 to 235 and chrominance 16 to 240.
    private static int partialRange(int y, int cb, int cr) {
        int light = 76309 * (y - 16) + 32768;
        int b = cb - 128;
        int r = cr - 128;
        int red = light + 104597 * r >> 16;
        int green = light - 25675 * b - 53279 * r >> 16;
        int blue = light + 132201 * b >> 16;
        return rgb(byteOf(red), byteOf(green), byteOf(blue));
    }

    private static int byteOf(int value) {
        return Math.clamp(value, 0, 255);
    }

    private static CodecException unknown(String photometric) {
        return new CodecException(
                "viewer.codec.photometric-unknown",
                List.of(photometric),
                "no colours for photometric interpretation " + photometric,
                null);
    }
}
