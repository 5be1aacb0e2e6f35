package org.readingroom.viewer.volume;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.OverlayPlane;

/// One grey frame as 16-bit samples: `modality value = slope × sample + intercept`.
///
/// Samples are the stored values, shifted where they are unsigned and do not fit; the shift is
/// folded into
/// `intercept`. Where the modality LUT is a table, samples hold its output.
///
/// `exact` holds the modality values of frames whose values 16 bits cannot hold (floating point, wide 32-bit): samples
/// are
/// then a rounding for drawing, see [SliceFocus], and what is read or measured comes from `exact`.
///
/// `overlays` are those that came with the pixels; `colours`, row-major, are pixels shown in a colour of their own, 0
/// where the grey stays.
///
/// **Owner:** `samples` is shared by every stack and volume that shows the frame; nobody writes it.
/// **Range:** `smallest` and `largest` bound the samples that are not padding.
@SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
public record GreySlice(
        int columns,
        int rows,
        short[] samples,
        float slope,
        float intercept,
        @Nullable PaddingRange padding,
        short smallest,
        short largest,
        float @Nullable [] exact,
        List<OverlayPlane> overlays,
        int @Nullable [] colours)
        implements Slice {

    /// The samples that stand for "no pixel here": from `low` to `high`, both included.
    public record PaddingRange(short low, short high) {
        public boolean holds(short sample) {
            return sample >= low && sample <= high;
        }
    }

    public GreySlice {
        if (samples.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(samples.length + " samples for " + columns + " x " + rows);
        }
        if (exact != null && exact.length != samples.length || colours != null && colours.length != samples.length) {
            throw new IllegalArgumentException("exact values or colours of another size than the samples");
        }
        overlays = List.copyOf(overlays);
    }

    /// A slice without padding whose range is looked up.
    public static GreySlice of(int columns, int rows, short[] samples, float slope, float intercept) {
        return of(columns, rows, samples, slope, intercept, null);
    }

    /// `padding` is forgotten when no sample lies in it, so that drawing need not look for it.
    public static GreySlice of(
            int columns, int rows, short[] samples, float slope, float intercept, @Nullable PaddingRange padding) {
        short smallest = Short.MAX_VALUE;
        short largest = Short.MIN_VALUE;
        boolean padded = false;
        for (short sample : samples) {
            if (padding != null && padding.holds(sample)) {
                padded = true;
            } else {
                smallest = (short) Math.min(smallest, sample);
                largest = (short) Math.max(largest, sample);
            }
        }
        if (smallest > largest) {
            smallest = 0;
            largest = 0;
        }
        return new GreySlice(
                columns,
                rows,
                samples,
                slope,
                intercept,
                padded ? padding : null,
                smallest,
                largest,
                null,
                List.of(),
                null);
    }

    /// The same slice with the values that its samples are a rounding of; none when the rounding is all that is
    /// wanted.
    GreySlice withExact(float @Nullable [] values) {
        return new GreySlice(
                columns, rows, samples, slope, intercept, padding, smallest, largest, values, overlays, colours);
    }

    /// The same slice with what else its pixels hold.
    GreySlice with(List<OverlayPlane> newOverlays, int @Nullable [] newColours) {
        return new GreySlice(
                columns, rows, samples, slope, intercept, padding, smallest, largest, exact, newOverlays, newColours);
    }

    /// The same samples with every modality value multiplied.
    GreySlice scaled(double factor) {
        float[] values = exact == null ? null : exact.clone();
        for (int i = 0; values != null && i < values.length; i++) {
            values[i] = (float) (values[i] * factor);
        }
        return new GreySlice(
                columns,
                rows,
                samples,
                (float) (slope * factor),
                (float) (intercept * factor),
                padding,
                smallest,
                largest,
                values,
                overlays,
                colours);
    }

    public boolean isPadding(int column, int row) {
        return padding != null && padding.holds(samples[row * columns + column]);
    }

    /// The modality value at a pixel, padding included.
    public float modalityValue(int column, int row) {
        int at = row * columns + column;
        return exact != null ? exact[at] : slope * samples[at] + intercept;
    }

    @Override
    public long sizeBytes() {
        return (2L + (exact == null ? 0 : 4) + (colours == null ? 0 : 4)) * samples.length;
    }
}
