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
/// Stored values of more than 16 bits keep their exact differences while the frame, padding apart, spans at most
/// 65535 values; beyond that they are rounded to 65535 steps of its range.
///
/// **Source:** DICOM PS3.3 sections C.7.6.3.1 and C.11.1; order of steps PS3.4 section N.2.
// [impl->req~view.grey-order~1]
public final class SliceDecoder {
    /// The lowest sample that is not padding where padding has a sample of its own.
    private static final int LOWEST = Short.MIN_VALUE + 1;

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
        if (format.bitsStored() > 16) {
            return wide(format, stored, lut, padding);
        }
        // one shift for all frames of a format, so that slices of a volume share one scale
        int shift = format.bitsStored() == 16 && !format.isSigned() ? 0x8000 : 0;
        short[] samples = new short[stored.length];
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

    /// More than 16 bits: samples are steps through the range of what is not padding, which has a sample of its own
    /// below them. A padding of -2147483648 would else leave one step for the whole image.
    private static GreySlice wide(
            PixelFormat format, int[] stored, ModalityLut.Linear lut, @Nullable PixelPadding padding) {
        boolean isUnsigned = !format.isSigned() && format.bitsStored() == 32;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int bits : stored) {
            if (padding == null || !padding.contains(bits)) {
                long value = isUnsigned ? Integer.toUnsignedLong(bits) : bits;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean fits = low > Short.MIN_VALUE && high <= Short.MAX_VALUE;
        double step = Math.max(1, (high - low) / (double) (Short.MAX_VALUE - LOWEST));
        double offset = fits || low > high ? 0 : low - LOWEST * step;
        short[] samples = new short[stored.length];
        for (int i = 0; i < stored.length; i++) {
            long value = isUnsigned ? Integer.toUnsignedLong(stored[i]) : stored[i];
            samples[i] = padding != null && padding.contains(stored[i])
                    ? Short.MIN_VALUE
                    : (short) Math.round((value - offset) / step);
        }
        return GreySlice.of(
                format.columns(),
                format.rows(),
                samples,
                (float) (lut.slope() * step),
                (float) (lut.slope() * offset + lut.intercept()),
                padding == null ? null : new GreySlice.PaddingRange(Short.MIN_VALUE, Short.MIN_VALUE));
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
        int shift = lowest - LOWEST;
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
