package org.readingroom.viewer.codec.jpeg2000;

/// Whole-sample symmetric extension.
///
/// **Source:** ITU-T T.800 annex F.3.7.
final class Mirror {
    private Mirror() {}

    /// The place within 0 to `length - 1` that place `index` outside repeats; `length` is above one.
    static int index(int index, int length) {
        int period = 2 * (length - 1);
        int folded = Math.floorMod(index, period);
        return folded < length ? folded : period - folded;
    }
}
