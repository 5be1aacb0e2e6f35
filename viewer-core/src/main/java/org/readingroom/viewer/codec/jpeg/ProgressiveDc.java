package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// Decodes a scan of first coefficients: their upper bits, or one bit more of each.
///
/// **Source:** ITU-T T.81 annex G.1.2.1.
final class ProgressiveDc implements McuOrder.Blocks {
    private final ScanHeader scan;
    private final Coefficients[] coefficients;
    private final EntropyBits bits;
    private final HuffmanTable[] codes;
    private final int[] last;

    ProgressiveDc(ScanHeader scan, Tables tables, Coefficients[] coefficients, EntropyBits bits) throws CodecException {
        int parts = scan.components().length;
        this.scan = scan;
        this.coefficients = coefficients;
        this.bits = bits;
        this.codes = new HuffmanTable[scan.high() == 0 ? parts : 0];
        this.last = new int[parts];
        for (int part = 0; part < codes.length; part++) {
            codes[part] = tables.dc(scan.dcTables()[part]);
        }
    }

    @Override
    public void restart() {
        Arrays.fill(last, 0);
    }

    @Override
    public void block(int part, int x, int y) throws CodecException {
        Coefficients all = coefficients[scan.components()[part]];
        int at = all.at(x, y);
        if (scan.high() == 0) {
            last[part] += bits.takeDifference(codes[part]);
            all.values()[at] = (short) (last[part] << scan.low());
        } else if (bits.take(1) == 1) {
            all.values()[at] |= (short) (1 << scan.low());
        }
    }
}
