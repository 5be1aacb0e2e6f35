package org.readingroom.viewer.waveform;

import java.util.OptionalInt;

/// The stored samples of a group, decoded on demand.
///
/// **Order:** sample by sample, the channels of one moment side by side; little endian.
/// **Source:** DICOM PS3.3 sections C.10.9.1.5 to C.10.9.1.7; ITU-T G.711 for MB and AB.
public final class WaveformSamples {
    /// How stored samples are to be taken.
    enum Interpretation {
        SB(1),
        UB(1),
        /// mu-law.
        MB(1),
        /// A-law.
        AB(1),
        SS(2),
        US(2),
        SL(4),
        UL(4);

        final int bytes;

        Interpretation(int bytes) {
            this.bytes = bytes;
        }
    }

    private final byte[] bytes;
    private final Interpretation interpretation;
    private final OptionalInt padding;

    WaveformSamples(byte[] bytes, Interpretation interpretation, OptionalInt padding) {
        this.bytes = bytes;
        this.interpretation = interpretation;
        this.padding = padding;
    }

    /// How many whole moments of `channels` channels there are.
    int moments(int channels) {
        return bytes.length / (channels * interpretation.bytes);
    }

    double[] channel(int index, int channels, int samples) {
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            int at = (i * channels + index) * interpretation.bytes;
            long stored = stored(at);
            boolean isPadding = padding.isPresent() && raw(at) == (padding.getAsInt() & mask());
            values[i] = isPadding ? Double.NaN : stored;
        }
        return values;
    }

    private long mask() {
        return interpretation.bytes == 4 ? 0xFFFFFFFFL : interpretation.bytes == 2 ? 0xFFFF : 0xFF;
    }

    private long raw(int at) {
        long value = 0;
        for (int i = interpretation.bytes - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private long stored(int at) {
        long raw = raw(at);
        return switch (interpretation) {
            case UB, US, UL -> raw;
            case SB -> (byte) raw;
            case SS -> (short) raw;
            case SL -> (int) raw;
            case MB -> muLaw((int) raw);
            case AB -> aLaw((int) raw);
        };
    }

    private static int muLaw(int code) {
        int inverted = ~code & 0xFF;
        int magnitude = (((inverted & 0x0F) << 3) + 0x84 << (inverted >> 4 & 7)) - 0x84;
        return (inverted & 0x80) != 0 ? -magnitude : magnitude;
    }

    private static int aLaw(int code) {
        int toggled = code ^ 0x55;
        int exponent = toggled >> 4 & 7;
        int mantissa = (toggled & 0x0F) << 4;
        int magnitude = exponent == 0 ? mantissa + 8 : mantissa + 0x108 << exponent - 1;
        return (toggled & 0x80) != 0 ? magnitude : -magnitude;
    }
}
