package org.readingroom.plugin;

/// One slice of modality values: Hounsfield units for CT, else what the modality LUT gives.
///
/// **Shape:** `rows × columns`, row-major.
/// **Units:** spacing in millimetres, row spacing first; both 0 when the image has none, then sizes count pixels.
/// **Owner:** `values` is never written after construction.
public record Slice(int rows, int columns, float[] values, double rowSpacingMm, double columnSpacingMm) {
    public Slice {
        if (rows <= 0 || columns <= 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " values do not make " + rows + " rows of " + columns + " columns");
        }
    }

    /// The same place with other values.
    public Slice withValues(float[] others) {
        return new Slice(rows, columns, others, rowSpacingMm, columnSpacingMm);
    }
}
