package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// Exponent and mantissa of the quantiser of each subband, coarsest first, and the guard bits.
///
/// **Source:** ITU-T T.800 annexes A.6.4 and E.1.
record Quantisation(int guardBits, int[] exponents, int[] mantissas) {
    private static final int MOST_BANDS = 3 * 32 + 1;
    private static final int NONE = 0;
    private static final int DERIVED = 1;

    static Quantisation read(CodeBytes bytes, int at, int end) throws CodecException {
        int head = bytes.u8(at);
        int style = head & 0x1F;
        int width = style == NONE ? 1 : 2;
        int given = Math.min(MOST_BANDS, (end - at - 1) / width);
        if (style > 2 || given < 1) {
            throw CodecException.corrupt("JPEG 2000 quantisation style " + style);
        }
        int[] exponents = new int[MOST_BANDS];
        int[] mantissas = new int[MOST_BANDS];
        for (int band = 0; band < MOST_BANDS; band++) {
            if (style == DERIVED && band > 0) {
                exponents[band] = Math.max(0, exponents[0] - (band - 1) / 3);
                mantissas[band] = mantissas[0];
            } else if (band < given) {
                int value = width == 1 ? bytes.u8(at + 1 + band) << 8 : bytes.u16(at + 1 + 2 * band);
                exponents[band] = value >> 11;
                mantissas[band] = width == 1 ? 0 : value & 0x7FF;
            }
        }
        return new Quantisation(head >> 5, exponents, mantissas);
    }

    /// Mb: magnitude bit-planes of a subband. **Source:** ITU-T T.800 formula E-2.
    int planes(int band) {
        return exponents[band] + guardBits - 1;
    }

    /// The step of one quantised unit for a component of `precision` bits.
    ///
    /// The gain of the subband is left to the wavelet's own scaling.
    float step(int band, int precision) {
        return (float) ((1 + mantissas[band] / 2048.0) * Math.pow(2, precision - exponents[band]));
    }
}
