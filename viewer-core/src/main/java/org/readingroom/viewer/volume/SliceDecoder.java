package org.readingroom.viewer.volume;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.codec.colour.ColourConverter;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.PaletteColor;
import org.readingroom.viewer.display.PixelPadding;

/// Turns the stored values of a frame into a slice: sign, high bit, padding, modality LUT; colours
/// into sRGB.
///
/// Stored values of more than 16 bits keep their exact differences while the frame, padding apart, spans at most 65535
/// values. Beyond that, and for floating point, samples are rounded for drawing and the values kept beside them, see
/// [GreySlice].
///
/// **Source:** DICOM PS3.3 sections C.7.6.3.1 and C.11.1; order of steps PS3.4 section N.2.
// [impl->req~view.grey-order~1]
public final class SliceDecoder {
    /// The lowest sample that is not padding where padding has a sample of its own.
    private static final int LOWEST = Short.MIN_VALUE + 1;

    private SliceDecoder() {}

    /// **Errors:** [IllegalArgumentException] when `pixels` holds fewer bytes than its format says;
    /// [CodecException] when nobody knows its colours.
    public static Slice slice(ImageFrame frame, StoredPixels pixels) throws CodecException {
        PixelFormat format = pixels.format();
        long needed = format.frameBytes();
        if (pixels.bytes().length < needed) {
            throw new IllegalArgumentException(pixels.bytes().length + " bytes for a frame of " + needed);
        }
        if (format.samplesPerPixel() >= 3) {
            return colour(frame, format, ColourConverter.argb(pixels));
        }
        PaletteColor palette = frame.paletteColor();
        if (palette != null) {
            return colour(frame, format, ColourConverter.argb(pixels, palette::argb));
        }
        if (format.isFloatingPoint()) {
            return wide(format, StoredValues.doubles(pixels), frame);
        }
        int[] stored = StoredValues.ints(pixels);
        GreySlice slice = grey(format, stored, frame);
        List<OverlayPlane> overlays = frame.extras().embedded().stream()
                .map(overlay -> overlay.of(pixels.bytes(), format.bitsAllocated(), format.rows(), format.columns()))
                .filter(plane -> !plane.isBlank())
                .toList();
        int[] colours = colours(stored, frame.extras().supplementalPalette());
        return overlays.isEmpty() && colours == null ? slice : slice.with(overlays, colours);
    }

    private static ColourSlice colour(ImageFrame frame, PixelFormat format, int[] argb) {
        if (frame.extras().colourProfile() != null) {
            frame.extras().colourProfile().toSrgb(argb);
        }
        return new ColourSlice(format.columns(), format.rows(), argb);
    }

    /// The colours of the values that a supplemental palette maps; nothing when none of them occurs.
    private static int @Nullable [] colours(int[] stored, @Nullable PaletteColor palette) {
        if (palette == null) {
            return null;
        }
        int[] colours = new int[stored.length];
        boolean any = false;
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] >= palette.firstMapped()) {
                colours[i] = palette.argb(stored[i]);
                any = true;
            }
        }
        return any ? colours : null;
    }

    private static GreySlice grey(PixelFormat format, int[] stored, ImageFrame frame) {
        return switch (frame.modalityLut()) {
            case ModalityLut.Linear linear -> linear(format, stored, linear, frame);
            case ModalityLut.Table table -> table(format, stored, table, frame.padding());
        };
    }

    private static GreySlice linear(PixelFormat format, int[] stored, ModalityLut.Linear lut, ImageFrame frame) {
        PixelPadding padding = frame.padding();
        if (format.bitsStored() > 16) {
            return deep(format, stored, lut, frame);
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

    /// More than 16 bits: whole steps where the values, padding apart, span few enough of them. A padding of
    /// -2147483648 would else leave one step for the whole image; it has a sample of its own below all others.
    private static GreySlice deep(PixelFormat format, int[] stored, ModalityLut.Linear lut, ImageFrame frame) {
        PixelPadding padding = frame.padding();
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
        if (low < high && high - low > Short.MAX_VALUE - LOWEST) {
            double[] values = new double[stored.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = padding != null && padding.contains(stored[i])
                        ? Double.NaN
                        : isUnsigned ? Integer.toUnsignedLong(stored[i]) : stored[i];
            }
            return wide(format, values, frame);
        }
        boolean fits = low > Short.MIN_VALUE && high <= Short.MAX_VALUE;
        long offset = fits || low > high ? 0 : low - LOWEST;
        short[] samples = new short[stored.length];
        for (int i = 0; i < stored.length; i++) {
            long value = isUnsigned ? Integer.toUnsignedLong(stored[i]) : stored[i];
            boolean isPadding = padding != null && padding.contains(stored[i]);
            samples[i] = isPadding ? Short.MIN_VALUE : (short) (value - offset);
        }
        return GreySlice.of(
                format.columns(),
                format.rows(),
                samples,
                (float) lut.slope(),
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

    /// Values that 16 bits do not hold; NaN, infinities and padding become padding.
    private static GreySlice wide(PixelFormat format, double[] stored, ImageFrame frame) {
        float[] exact = new float[stored.length];
        for (int i = 0; i < stored.length; i++) {
            float value = (float) frame.modalityLut().toModality(stored[i]);
            exact[i] = isPadding(frame, stored[i]) || !Float.isFinite(value) ? Float.NaN : value;
        }
        return SliceFocus.rounded(format.columns(), format.rows(), exact);
    }

    private static boolean isPadding(ImageFrame frame, double stored) {
        FrameExtras.FloatPadding padding = frame.extras().floatPadding();
        return padding != null && padding.contains(stored);
    }
}
