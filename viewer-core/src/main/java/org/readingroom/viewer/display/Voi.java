package org.readingroom.viewer.display;

import java.util.Optional;

/// Picks the modality values of interest and spreads them over the grey scale.
///
/// `label` is the file's explanation, or empty.
///
/// **Source:** DICOM PS3.3 section C.11.2.
public sealed interface Voi {
    String label();

    /// The grey for a modality value.
    ///
    /// **Range:** 0 (black) to 1 (white), before any inversion.
    double toGrey(double modalityValue);

    /// The same greys for values that are multiplied by `factor`; nothing for a table, whose values are whole.
    default Optional<Voi> scaled(double factor) {
        return ValueScaler.scaled(this, factor);
    }

    /// How a window spreads its values.
    ///
    /// **Source:** DICOM PS3.3 sections C.11.2.1.2 and C.11.2.1.3.
    enum Function {
        LINEAR,
        LINEAR_EXACT,
        SIGMOID
    }

    /// A window.
    ///
    /// **Range:** `width` is at least 1 for LINEAR, above zero for the others.
    record Window(double center, double width, Function function, String label) implements Voi {
        public Window {
            if (!(width > 0) || !Double.isFinite(width) || !Double.isFinite(center)) {
                throw new IllegalArgumentException("window " + center + ", " + width);
            }
            if (function == Function.LINEAR && width < 1) {
                throw new IllegalArgumentException("a LINEAR window of width " + width + " is below 1");
            }
        }

        public static Window linear(double center, double width) {
            return new Window(center, width, Function.LINEAR, "");
        }

        @Override
        public double toGrey(double x) {
            return switch (function) {
                case LINEAR ->
                    // width 1 is a threshold: at or below center - 0.5 black, above it white
                    width == 1
                            ? (x <= center - 0.5 ? 0 : 1)
                            : Math.clamp((x - (center - 0.5)) / (width - 1) + 0.5, 0, 1);
                case LINEAR_EXACT -> Math.clamp((x - center) / width + 0.5, 0, 1);
                case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - center) / width));
            };
        }
    }

    /// A VOI LUT; modality values outside it take its first or last entry.
    ///
    /// **Range:** entries are 0 to 2^`bits` - 1.
    /// **Owner:** `values` is shared and never written after construction.
    @SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
    record Table(int firstMapped, int bits, int[] values, String label) implements Voi {
        public Table {
            if (values.length == 0 || bits < 1 || bits > 16) {
                throw new IllegalArgumentException("VOI LUT of " + values.length + " entries, " + bits + " bits");
            }
        }

        @Override
        public double toGrey(double modalityValue) {
            long index = Math.round(modalityValue) - firstMapped;
            double entry = values[Math.clamp(index, 0, values.length - 1)];
            return Math.min(1, entry / ((1 << bits) - 1));
        }
    }
}
