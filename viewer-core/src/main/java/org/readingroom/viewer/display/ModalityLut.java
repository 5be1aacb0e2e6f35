package org.readingroom.viewer.display;

/// Turns stored values into modality values.
///
/// **Source:** DICOM PS3.3 section C.11.1.
public sealed interface ModalityLut {
    /// `storedValue` is whole but for floating point pixels.
    double toModality(double storedValue);

    ValueUnit unit();

    /// `slope * stored + intercept`.
    record Linear(double slope, double intercept, ValueUnit unit) implements ModalityLut {
        /// Modality values are the stored values.
        public static final Linear IDENTITY = new Linear(1, 0, ValueUnit.NONE);

        @Override
        public double toModality(double storedValue) {
            return slope * storedValue + intercept;
        }
    }

    /// A table; stored values outside it take its first or last entry.
    ///
    /// **Owner:** `values` is shared and never written after construction.
    @SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
    record Table(int firstMapped, int[] values, ValueUnit unit) implements ModalityLut {
        public Table {
            if (values.length == 0) {
                throw new IllegalArgumentException("a modality LUT needs at least one entry");
            }
        }

        @Override
        public double toModality(double storedValue) {
            int index = Math.clamp((long) storedValue - firstMapped, 0, values.length - 1);
            return values[index];
        }
    }
}
