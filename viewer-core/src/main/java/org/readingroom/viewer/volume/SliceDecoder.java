package org.readingroom.viewer.volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelPadding;

/// Turns the stored values of a frame into a slice: sign, high bit, padding, modality LUT; colours
/// into RGB.
///
/// Stored values of more than 16 bits keep their exact differences while the frame spans at most
/// 65536 values;
/// beyond that they are rounded to 65536 steps of its range.
///
/// **Source:** DICOM PS3.3 sections C.7.6.3.1 and C.11.1; order of steps PS3.4 section N.2.
// [impl->req~view.grey-order~1]
public final class SliceDecoder {
    private SliceDecoder() {}

    /// **Errors:** [IllegalArgumentException] when `pixels` holds fewer bytes than its format says.
    public static Slice slice(ImageFrame frame, StoredPixels pixels) {
        PixelFormat format = pixels.format();
        long needed = format.frameBytes();
        if (pixels.bytes().length < needed && !ColourConversion.isSubsampled(pixels)) {
            throw new IllegalArgumentException(pixels.bytes().length + " bytes for a frame of " + needed);
        }
        if (format.samplesPerPixel() >= 3) {
            return new ColourSlice(format.columns(), format.rows(), ColourConversion.toArgb(pixels));
        }
        int[] stored = storedValues(pixels);
        if (frame.paletteColor() != null) {
            for (int i = 0; i < stored.length; i++) {
                stored[i] = frame.paletteColor().argb(stored[i]);
            }
            return new ColourSlice(format.columns(), format.rows(), stored);
        }
        return grey(format, stored, frame.modalityLut(), frame.padding());
    }

    private static GreySlice grey(PixelFormat format, int[] stored, ModalityLut lut, @Nullable PixelPadding padding) {
        return switch (lut) {
            case ModalityLut.Linear linear -> linear(format, stored, linear, padding);
            case ModalityLut.Table table -> table(format, stored, table, padding);
        };
    }

    private static GreySlice linear(
            PixelFormat format, int[] stored, ModalityLut.Linear lut, @Nullable PixelPadding padding) {
        long low = Integer.MAX_VALUE;
        long high = Integer.MIN_VALUE;
        for (int value : stored) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        short[] samples = new short[stored.length];
        if (high - low > 0xFFFF) {
            double step = (high - low) / 65535.0;
            for (int i = 0; i < stored.length; i++) {
                samples[i] = (short) (Math.round((stored[i] - low) / step) + Short.MIN_VALUE);
            }
            double offset = low - Short.MIN_VALUE * step;
            return GreySlice.of(format.columns(), format.rows(), samples, (float) (lut.slope() * step), (float)
                    (lut.slope() * offset + lut.intercept()));
        }
        long shift = shift(format, low, high);
        for (int i = 0; i < stored.length; i++) {
            samples[i] = (short) (stored[i] - shift);
        }
        return GreySlice.of(
                format.columns(),
                format.rows(),
                samples,
                (float) lut.slope(),
                (float) (lut.slope() * shift + lut.intercept()),
                padding == null ? null : range(padding, shift));
    }

    /// One shift for all frames of a format where possible, so that slices of a volume share one
    /// scale.
    private static long shift(PixelFormat format, long low, long high) {
        if (format.bitsStored() <= 15 || (format.bitsStored() == 16 && format.isSigned())) {
            return 0;
        }
        return format.bitsStored() == 16
                ? 0x8000
                : (low >= Short.MIN_VALUE && high <= Short.MAX_VALUE ? 0 : low + 0x8000);
    }

    private static GreySlice.@Nullable PaddingRange range(PixelPadding padding, long shift) {
        long low = Math.max(padding.low() - shift, Short.MIN_VALUE);
        long high = Math.min(padding.high() - shift, Short.MAX_VALUE);
        return low > high ? null : new GreySlice.PaddingRange((short) low, (short) high);
    }

    /// Samples are the outputs of the table, shifted; padding takes a sample of its own below them.
    private static GreySlice table(
            PixelFormat format, int[] stored, ModalityLut.Table lut, @Nullable PixelPadding padding) {
        int lowest = 0;
        int highest = 0;
        for (int value : lut.values()) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        int shift = lowest - (Short.MIN_VALUE + 1);
        boolean isRoom = highest - shift <= Short.MAX_VALUE;
        if (!isRoom) {
            shift++;
        }
        short[] samples = new short[stored.length];
        for (int i = 0; i < stored.length; i++) {
            boolean isPadding = isRoom && padding != null && padding.contains(stored[i]);
            samples[i] = isPadding ? Short.MIN_VALUE : (short) (Math.round(lut.toModality(stored[i])) - shift);
        }
        GreySlice.PaddingRange range =
                padding == null || !isRoom ? null : new GreySlice.PaddingRange(Short.MIN_VALUE, Short.MIN_VALUE);
        return GreySlice.of(format.columns(), format.rows(), samples, 1, shift, range);
    }

    /// The stored values, shifted down to bit zero, masked to Bits Stored, sign extended.
    static int[] storedValues(StoredPixels pixels) {
        PixelFormat format = pixels.format();
        ByteBuffer bytes = ByteBuffer.wrap(pixels.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[format.pixels()];
        int stored = format.bitsStored();
        int drop = Math.max(0, format.highBit() + 1 - stored);
        int unused = 32 - stored;
        for (int i = 0; i < values.length; i++) {
            int raw = switch (format.bitsAllocated()) {
                case 1 -> bytes.get(i >> 3) >> (i & 7) & 1;
                case 8 -> bytes.get(i) & 0xFF;
                case 16 -> bytes.getShort(2 * i) & 0xFFFF;
                case 32 -> bytes.getInt(4 * i);
                default -> throw new IllegalArgumentException("bits allocated " + format.bitsAllocated());
            };
            int shifted = raw >>> drop << unused;
            values[i] = format.isSigned() ? shifted >> unused : shifted >>> unused;
        }
        return values;
    }
}
