package org.readingroom.plugin;

/// One number that a person may set for an operation.
///
/// **Range:** `minimum` to `maximum`, both included. `step` is what an arrow key changes.
/// `unit` is a UCUM code shown beside the number; empty for none.
public record Parameter(
        String id, String nameKey, double minimum, double maximum, double step, double initial, String unit) {
    public Parameter {
        if (!(minimum <= initial && initial <= maximum && step > 0)) {
            throw new IllegalArgumentException(
                    id + ": " + minimum + " <= " + initial + " <= " + maximum + " by " + step + " does not hold");
        }
    }

    /// `value` brought into the range.
    public double clamp(double value) {
        return Math.clamp(value, minimum, maximum);
    }
}
