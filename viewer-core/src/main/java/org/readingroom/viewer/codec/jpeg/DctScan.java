package org.readingroom.viewer.codec.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// Decodes one sequential DCT scan into planes.
///
/// **Source:** ITU-T T.81 annexes A.2 and F.2.
final class DctScan {
    /// Place of each coefficient of a block in reading order; entries past the end catch runs that overshoot.
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final Frame frame;
    private final List<ScanComponent> parts;
    private final int[][] tables;
    private final Plane[] planes;
    private final EntropyBits bits;
    private final InverseDct dct;
    private final int[] block = new int[64];
    private final int[] lastDc;

    /// `tables` are the quantisation tables of the frame's components, in reading order.
    DctScan(Frame frame, List<ScanComponent> parts, int[][] tables, Plane[] planes, EntropyBits bits) {
        this.frame = frame;
        this.parts = parts;
        this.tables = tables;
        this.planes = planes;
        this.bits = bits;
        this.dct = new InverseDct(frame.precision());
        this.lastDc = new int[parts.size()];
    }

    /// `interval` is the number of MCUs between restart markers, 0 for none.
    void decode(int interval) throws CodecException {
        boolean alone = parts.size() == 1;
        Component first = frame.components().get(parts.getFirst().index());
        int across = alone ? Frame.ceil(frame.width(first), 8) : frame.mcusAcross();
        int down = alone ? Frame.ceil(frame.height(first), 8) : frame.mcusDown();
        Restarts restarts = new Restarts(bits, interval);
        for (int y = 0; y < down; y++) {
            CodecLimits.stopIfInterrupted();
            for (int x = 0; x < across; x++) {
                if (restarts.isDue()) {
                    java.util.Arrays.fill(lastDc, 0);
                }
                if (alone) {
                    block(0, x, y);
                } else {
                    mcu(x, y);
                }
            }
        }
    }

    private void mcu(int x, int y) throws CodecException {
        for (int part = 0; part < parts.size(); part++) {
            Component component = frame.components().get(parts.get(part).index());
            for (int v = 0; v < component.vertical(); v++) {
                for (int h = 0; h < component.horizontal(); h++) {
                    block(part, x * component.horizontal() + h, y * component.vertical() + v);
                }
            }
        }
    }

    private void block(int part, int blockX, int blockY) throws CodecException {
        ScanComponent coded = parts.get(part);
        int[] table = tables[coded.index()];
        java.util.Arrays.fill(block, 0);
        int size = bits.takeSymbol(coded.dc());
        if (size > 16) {
            throw CodecException.corrupt("a DC difference of " + size + " bits");
        }
        lastDc[part] += bits.takeDifference(size);
        block[0] = lastDc[part] * table[0];
        HuffmanTable ac = required(coded.ac());
        for (int k = 1; k < 64; k++) {
            int symbol = bits.takeSymbol(ac);
            int ones = symbol & 0xF;
            int zeros = symbol >> 4;
            if (ones == 0) {
                if (zeros != 15) {
                    break;
                }
                k += 15;
                continue;
            }
            k += zeros;
            if (k > 63) {
                throw CodecException.corrupt("a block of more than 64 coefficients");
            }
            int place = ZIGZAG[k];
            block[place] = bits.takeDifference(ones) * table[place];
        }
        Plane plane = planes[coded.index()];
        dct.transform(block, plane.samples(), blockY * 8 * plane.stride() + blockX * 8, plane.stride());
    }

    private static HuffmanTable required(@Nullable HuffmanTable table) {
        return java.util.Objects.requireNonNull(table, "a DCT scan has AC tables");
    }
}
