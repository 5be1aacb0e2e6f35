package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;

/// Decodes a scan of a band of other coefficients: their upper bits, or one bit more of each.
///
/// **Source:** ITU-T T.81 annexes G.1.2.2 and G.1.2.3.
final class ProgressiveAc implements McuOrder.Blocks {
    private static final int ZERO_RUN = 15;

    private final ScanHeader scan;
    private final Coefficients coefficients;
    private final EntropyBits bits;
    private final HuffmanTable codes;

    /// Blocks that are still to come without a new coefficient, this one among them.
    private int emptyBlocks;

    ProgressiveAc(ScanHeader scan, Tables tables, Coefficients coefficients, EntropyBits bits) throws CodecException {
        this.scan = scan;
        this.coefficients = coefficients;
        this.bits = bits;
        this.codes = tables.ac(scan.acTables()[0]);
    }

    @Override
    public void restart() throws CodecException {
        requireRunsEnded();
    }

    /// **Errors:** [CodecException] when empty blocks are announced past the end of the scan or of its interval.
    void requireRunsEnded() throws CodecException {
        if (emptyBlocks > 0) {
            throw CodecException.corrupt("a run of empty blocks passes the end");
        }
    }

    @Override
    public void block(int part, int x, int y) throws CodecException {
        int at = coefficients.at(x, y);
        if (scan.high() == 0) {
            first(at);
        } else {
            refined(at);
        }
    }

    private void first(int at) throws CodecException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        int k = scan.start();
        while (k <= scan.end()) {
            int symbol = bits.takeSymbol(codes);
            int zeros = symbol >> 4;
            int size = symbol & 0xF;
            if (size == 0 && zeros < ZERO_RUN) {
                emptyBlocks = emptyRun(zeros) - 1;
                return;
            }
            k += size == 0 ? ZERO_RUN + 1 : zeros;
            if (size != 0) {
                requireInBand(k);
                coefficients.values()[at + Zigzag.PLACE[k++]] = (short) (bits.takeDifference(size) << scan.low());
            }
        }
        requireInBand(k - 1);
    }

    private void refined(int at) throws CodecException {
        int k = scan.start();
        if (emptyBlocks == 0) {
            while (k <= scan.end()) {
                int symbol = bits.takeSymbol(codes);
                int zeros = symbol >> 4;
                int size = symbol & 0xF;
                if (size > 1) {
                    throw CodecException.corrupt("a refined coefficient of " + size + " bits");
                }
                if (size == 0 && zeros < ZERO_RUN) {
                    emptyBlocks = emptyRun(zeros);
                    break;
                }
                int fresh = size == 0 ? 0 : (bits.take(1) == 1 ? 1 : -1) << scan.low();
                k = skip(at, k, zeros);
                if (fresh != 0) {
                    requireInBand(k);
                    coefficients.values()[at + Zigzag.PLACE[k]] = (short) fresh;
                }
                k++;
            }
        }
        if (emptyBlocks > 0) {
            skip(at, k, 64);
            emptyBlocks--;
        }
    }

    /// Passes `zeros` coefficients that are still zero and refines the others on the way; returns where the next zero
    /// stands, or the end of the band.
    private int skip(int at, int from, int zeros) throws CodecException {
        short[] values = coefficients.values();
        int bit = 1 << scan.low();
        int left = zeros;
        int k = from;
        for (; k <= scan.end(); k++) {
            int place = at + Zigzag.PLACE[k];
            if (values[place] == 0) {
                if (left-- == 0) {
                    break;
                }
            } else if (bits.take(1) == 1 && (values[place] & bit) == 0) {
                values[place] += (short) (values[place] > 0 ? bit : -bit);
            }
        }
        return k;
    }

    private int emptyRun(int bitCount) throws CodecException {
        return (1 << bitCount) + bits.take(bitCount);
    }

    private void requireInBand(int k) throws CodecException {
        if (k > scan.end()) {
            throw CodecException.corrupt("a coefficient outside its band");
        }
    }
}
