package org.readingroom.viewer.display;

import org.jspecify.annotations.Nullable;

/// Turns stored values into a physical quantity, beside the modality value.
///
/// `label` names the map; `unit` is a UCUM code with its sign. Values outside `first` to `last` have no meaning.
///
/// **Owner:** `table` is shared and never written; when present it holds one value for each stored value from `first`
/// on.
/// **Source:** DICOM PS3.3 section C.7.6.16.2.11 (Real World Value Mapping).
@SuppressWarnings("ArrayRecordComponent") // read per pixel; compared by nobody
public record RealWorldValueMap(
        double first,
        double last,
        double slope,
        double intercept,
        double @Nullable [] table,
        ValueUnit unit,
        String label,
        String explanation) {

    /// The quantity; NaN where the map says nothing.
    public double of(double storedValue) {
        if (!(storedValue >= first && storedValue <= last)) {
            return Double.NaN;
        }
        if (table == null) {
            return slope * storedValue + intercept;
        }
        long at = Math.round(storedValue - first);
        return at < table.length ? table[(int) at] : Double.NaN;
    }
}
