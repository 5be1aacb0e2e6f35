package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// Decodes the blocks of one sequential scan into planes.
///
/// **Source:** ITU-T T.81 annex F.2.
final class BlockDecoder implements McuOrder.Blocks {
    private static final int ZERO_RUN = 0xF0;

    private final EntropyBits bits;
    private final InverseDct dct;
    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final int[][] quantisation;
    private final Plane[] planes;
    private final int[] lastDc;
    private final int[] block = new int[64];

    BlockDecoder(Frame frame, ScanHeader scan, Tables tables, DctPlanes all, EntropyBits bits) throws CodecException {
        int parts = scan.components().length;
        this.bits = bits;
        this.dct = new InverseDct(frame.precision());
        this.dcTables = new HuffmanTable[parts];
        this.acTables = new HuffmanTable[parts];
        this.quantisation = new int[parts][];
        this.planes = new Plane[parts];
        this.lastDc = new int[parts];
        for (int i = 0; i < parts; i++) {
            int component = scan.components()[i];
            dcTables[i] = tables.dc(scan.dcTables()[i]);
            acTables[i] = tables.ac(scan.acTables()[i]);
            quantisation[i] = all.quantisation(component, tables);
            planes[i] = all.plane(component);
        }
    }

    @Override
    public void restart() {
        Arrays.fill(lastDc, 0);
    }

    @Override
    public void block(int part, int x, int y) throws CodecException {
        int[] table = quantisation[part];
        int dc = lastDc[part] + bits.takeDifference(dcTables[part]);
        lastDc[part] = dc;
        int mean = dc * table[0];
        dct.requirePossible(mean, table[0]);
        Plane plane = planes[part];
        int to = y * 8 * plane.stride() + x * 8;
        Arrays.fill(block, 0);
        block[0] = mean;
        if (coefficients(acTables[part], table)) {
            dct.transform(block, plane.samples(), to, plane.stride());
        } else {
            dct.transformFlat(mean, plane.samples(), to, plane.stride());
        }
    }

    /// Fills the block but for its first coefficient; false when all the others are zero.
    private boolean coefficients(HuffmanTable ac, int[] table) throws CodecException {
        int[] coded = ac.coded();
        int k = 1;
        while (k < 64) {
            int entry = bits.takeCoded(coded);
            int zeros = entry >> HuffmanTable.ZEROS_AT & 0xFF;
            int number = entry >> HuffmanTable.NUMBER_AT;
            if (entry == 0) {
                int symbol = bits.takeSymbol(ac);
                if (symbol == ZERO_RUN) {
                    k += 16;
                    continue;
                }
                zeros = symbol >> 4;
                number = bits.takeDifference(symbol & 0xF);
                if (number == 0 && zeros != 0) {
                    throw CodecException.corrupt("zeros without a coefficient after them");
                }
            }
            if (number == 0) {
                break;
            }
            k += zeros;
            if (k > 63) {
                throw CodecException.corrupt("a block of more than 64 coefficients");
            }
            int place = Zigzag.PLACE[k++];
            block[place] = number * table[place];
        }
        if (k > 64) {
            throw CodecException.corrupt("a block of more than 64 coefficients");
        }
        return k > 1;
    }
}
