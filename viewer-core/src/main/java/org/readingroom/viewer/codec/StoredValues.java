package org.readingroom.viewer.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads samples out of [StoredPixels]: bits outside the stored ones masked away, signed ones extended.
///
/// **Order:** as the samples lie: row-major, interleaved.
/// **Source:** DICOM PS3.5 section 8.1.1.
public final class StoredValues {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private StoredValues() {}

    /// Every sample of a frame of whole numbers.
    ///
    /// **Range:** unsigned samples of 32 stored bits come back as the int of the same bits; [#doubles] has room
    /// for them.
    /// **Errors:** [IllegalArgumentException] for floating point pixels.
    // [impl->req~codec.masked-values~1]
    public static int[] ints(StoredPixels pixels) {
        PixelFormat format = pixels.format();
        if (format.isFloatingPoint()) {
            throw new IllegalArgumentException("floating point pixels have no whole-number values");
        }
        byte[] bytes = pixels.bytes();
        int[] values = new int[Math.multiplyExact(format.pixels(), format.samplesPerPixel())];
        int lift = 32 - Math.min(32, format.highBit() + 1);
        int drop = 32 - Math.min(32, format.bitsStored());
        boolean signed = format.isSigned();
        switch (format.bitsAllocated()) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes[i >> 3] >> (i & 7) & 1;
                }
            }
            case 8 -> {
                for (int i = 0; i < values.length; i++) {
                    int raised = bytes[i] << lift;
                    values[i] = signed ? raised >> drop : raised >>> drop;
                }
            }
            case 16 -> {
                for (int i = 0; i < values.length; i++) {
                    int raised = (short) SHORT.get(bytes, 2 * i) << lift;
                    values[i] = signed ? raised >> drop : raised >>> drop;
                }
            }
            case 32 -> {
                for (int i = 0; i < values.length; i++) {
                    int raised = (int) INT.get(bytes, 4 * i) << lift;
                    values[i] = signed ? raised >> drop : raised >>> drop;
                }
            }
            default -> throw new IllegalArgumentException("bits allocated " + format.bitsAllocated());
        }
        return values;
    }

    /// Every sample of any frame, floating point or not.
    public static double[] doubles(StoredPixels pixels) {
        PixelFormat format = pixels.format();
        double[] values = new double[Math.multiplyExact(format.pixels(), format.samplesPerPixel())];
        if (!format.isFloatingPoint()) {
            int[] whole = ints(pixels);
            boolean wide = !format.isSigned() && format.bitsStored() == 32;
            for (int i = 0; i < values.length; i++) {
                values[i] = wide ? Integer.toUnsignedLong(whole[i]) : whole[i];
            }
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = format.bitsAllocated() == 32
                    ? (float) FLOAT.get(pixels.bytes(), 4 * i)
                    : (double) DOUBLE.get(pixels.bytes(), 8 * i);
        }
        return values;
    }
}
