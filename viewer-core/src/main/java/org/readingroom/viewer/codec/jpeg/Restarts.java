package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;

/// Counts MCUs and takes the restart markers between them.
///
/// **Source:** ITU-T T.81 annex E.2.4.
final class Restarts {
    private final EntropyBits bits;
    private final int interval;
    private int left;
    private int number;

    Restarts(EntropyBits bits, int interval) {
        this.bits = bits;
        this.interval = interval;
        this.left = interval;
    }

    /// Called before each MCU: whether predictions start afresh with it, its marker taken.
    boolean isDue() throws CodecException {
        if (interval == 0) {
            return false;
        }
        if (left-- > 0) {
            return false;
        }
        bits.restart(number);
        number = (number + 1) & 7;
        left = interval - 1;
        return true;
    }
}
