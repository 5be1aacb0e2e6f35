package org.readingroom.viewer.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The frame a decoder fills, row by row and component by component.
///
/// **Owner:** the decoder, until [#finish] hands the bytes over.
public final class FrameBuffer {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final PixelFormat format;
    private final byte[] bytes;
    private final int sampleBytes;

    /// Allocates the frame that `format` describes; ask [CodecLimits#requirePlausible] first.
    public FrameBuffer(PixelFormat format) {
        this.format = format;
        this.bytes = new byte[Math.toIntExact(format.frameBytes())];
        this.sampleBytes = format.bitsAllocated() / 8;
    }

    /// Stores one row of one component: `columns` values of `values` from `offset` on, their low bits.
    public void row(int component, int row, int[] values, int offset) {
        span(component, row, 0, values, offset, format.columns());
    }

    /// Stores part of a row of one component: `count` values of `values` from `offset` on, their low bits.
    public void span(int component, int row, int column, int[] values, int offset, int count) {
        int stride = format.samplesPerPixel() * sampleBytes;
        int to = (row * format.columns() + column) * stride + component * sampleBytes;
        switch (sampleBytes) {
            case 1 -> {
                for (int x = 0; x < count; x++, to += stride) {
                    bytes[to] = (byte) values[offset + x];
                }
            }
            case 2 -> {
                for (int x = 0; x < count; x++, to += stride) {
                    SHORT.set(bytes, to, (short) values[offset + x]);
                }
            }
            default -> {
                for (int x = 0; x < count; x++, to += stride) {
                    int value = values[offset + x];
                    for (int k = 0; k < sampleBytes; k++) {
                        bytes[to + k] = (byte) (value >> 8 * k);
                    }
                }
            }
        }
    }

    /// The filled frame; `photometric` names what its samples now are.
    public StoredPixels finish(String photometric) {
        return new StoredPixels(format.interleavedAs(photometric), bytes);
    }
}
