package org.readingroom.viewer.volume;

import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// Turns interleaved colour samples into 0xFFRRGGBB.
///
/// **Source:** DICOM PS3.3 section C.7.6.3.1.2 (Photometric Interpretation).
final class ColourConversion {
    private ColourConversion() {}

    /// True for native YBR 4:2:2, which holds two samples a pixel: Y1 Y2 Cb Cr.
    static boolean isSubsampled(StoredPixels pixels) {
        PixelFormat format = pixels.format();
        return format.photometricInterpretation().endsWith("_422")
                && format.bitsAllocated() == 8
                && pixels.bytes().length < format.frameBytes()
                && pixels.bytes().length >= 2L * format.pixels();
    }

    static int[] toArgb(StoredPixels pixels) {
        PixelFormat format = pixels.format();
        byte[] bytes = pixels.bytes();
        int[] argb = new int[format.pixels()];
        boolean subsampled = isSubsampled(pixels);
        boolean luminance = format.photometricInterpretation().startsWith("YBR_FULL");
        boolean partial = format.photometricInterpretation().startsWith("YBR_PARTIAL");
        int samples = format.samplesPerPixel();
        int bytesEach = format.bitsAllocated() / 8;
        int drop = Math.max(0, format.bitsStored() - 8);
        int lift = Math.max(0, 8 - format.bitsStored());
        for (int i = 0; i < argb.length; i++) {
            int a;
            int b;
            int c;
            if (subsampled) {
                int pair = (i >> 1) * 4;
                a = bytes[pair + (i & 1)] & 0xFF;
                b = bytes[pair + 2] & 0xFF;
                c = bytes[pair + 3] & 0xFF;
            } else {
                int at = i * samples * bytesEach;
                a = sample(bytes, at, bytesEach) >>> drop << lift;
                b = sample(bytes, at + bytesEach, bytesEach) >>> drop << lift;
                c = sample(bytes, at + 2 * bytesEach, bytesEach) >>> drop << lift;
            }
            argb[i] = luminance ? fromFull(a, b, c) : partial ? fromPartial(a, b, c) : opaque(a, b, c);
        }
        return argb;
    }

    private static int sample(byte[] bytes, int at, int bytesEach) {
        int low = bytes[at] & 0xFF;
        return bytesEach == 1 ? low : low | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int fromFull(int y, int cb, int cr) {
        return opaque(
                y + 1.402 * (cr - 128), y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128), y + 1.772 * (cb - 128));
    }

    private static int fromPartial(int y, int cb, int cr) {
        double stretched = 1.1644 * (y - 16);
        return opaque(
                stretched + 1.5960 * (cr - 128),
                stretched - 0.3917 * (cb - 128) - 0.8129 * (cr - 128),
                stretched + 2.0173 * (cb - 128));
    }

    private static int opaque(double red, double green, double blue) {
        return 0xFF000000 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }
}
