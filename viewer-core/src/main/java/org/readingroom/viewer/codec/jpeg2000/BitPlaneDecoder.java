package org.readingroom.viewer.codec.jpeg2000;

import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.ALL_VISITED;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.ANY;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.EAST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.NEIGHBOURS;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.REFINED;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SELF;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SELVES;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SIGNS;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SURROUNDINGS;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.VISITED;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.VISITED_ABOVE_SELF;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.WEST;

import java.util.Arrays;
import org.readingroom.viewer.codec.CodecException;

/// Decodes the bit-planes of code blocks.
///
/// **Source:** ITU-T T.800 annex D.
final class BitPlaneDecoder implements BlockDecoder {
    private static final int MOST_PLANES = 30;
    private static final int STRIPE = 4;
    private static final int FIRST_BYPASSED = 10;
    private static final int SIGNIFICANCE = 0;
    private static final int REFINEMENT = 1;
    private static final int CLEANUP = 2;

    private final MqDecoder coder = new MqDecoder();
    private int[] values = new int[0];

    /// Columns of a stripe each, with one around the block on every side; see [BlockContexts].
    private long[] columns = new long[0];

    private int width;
    private int height;
    private int stride;
    private boolean causal;
    private byte[] zeroCoding = BlockContexts.zeroCoding(0);

    @Override
    public int[] values() {
        return values;
    }

    @Override
    public int stride() {
        return width;
    }

    @Override
    public void decode(CodeBlock block, int orientation, int planes, CodingStyle style) throws CodecException {
        prepare(block.area, orientation, style);
        int plane = planes - block.zeroPlanes;
        if (plane > MOST_PLANES || plane < 0) {
            throw CodecException.corrupt("a code block of " + plane + " bit-planes");
        }
        int pass = CLEANUP;
        int done = 0;
        int from = 0;
        for (int segment = 0; segment < block.segments; segment++) {
            int to = from + block.segmentBytes[segment];
            boolean raw = style.has(CodingStyle.BYPASS) && done >= FIRST_BYPASSED && pass != CLEANUP;
            long coded = 0;
            if (raw) {
                coder.startRaw(block.data, from, to);
            } else {
                coded = coder.start(block.data, from, to);
            }
            for (int k = 0; k < block.segmentPasses[segment] && plane > 0; k++, done++) {
                coded = switch (pass) {
                    case SIGNIFICANCE -> significance(coded, 3 << plane >> 1, raw);
                    case REFINEMENT -> refinement(coded, 1 << plane >> 1, raw);
                    default -> cleanup(coded, 3 << plane >> 1);
                };
                if (pass == CLEANUP && style.has(CodingStyle.SEGMENTATION_SYMBOLS)) {
                    coded = requireSymbol(coded);
                }
                if (style.has(CodingStyle.RESET_CONTEXTS)) {
                    coder.resetContexts();
                }
                if (pass == CLEANUP) {
                    plane--;
                }
                pass = pass == CLEANUP ? SIGNIFICANCE : pass + 1;
            }
            from = to;
        }
    }

    private void prepare(Area area, int orientation, CodingStyle style) {
        width = area.width();
        height = area.height();
        stride = width + 2;
        int count = stride * ((height + STRIPE - 1) / STRIPE + 2);
        if (columns.length < count) {
            columns = new long[count];
        } else {
            Arrays.fill(columns, 0, count, 0);
        }
        if (values.length < width * height) {
            values = new int[width * height];
        } else {
            Arrays.fill(values, 0, width * height, 0);
        }
        zeroCoding = BlockContexts.zeroCoding(orientation);
        causal = style.has(CodingStyle.VERTICALLY_CAUSAL);
        coder.resetContexts();
    }

    private long significance(long first, int magnitude, boolean raw) {
        long[] columns = this.columns;
        byte[] zeroCoding = this.zeroCoding;
        long coded = first;
        for (int top = 0, at = stride + 1; top < height; top += STRIPE, at += 2) {
            int rows = Math.min(STRIPE, height - top);
            for (int x = 0; x < width; x++, at++) {
                long column = columns[at];
                if ((column & ANY) == 0) {
                    continue;
                }
                for (int row = 0; row < rows; row++) {
                    long around = column >>> 3 * row;
                    if ((around & SELF) != 0 || (around & NEIGHBOURS) == 0) {
                        continue;
                    }
                    coded = raw ? coder.decodeRaw(coded) : coder.decode(coded, zeroCoding[(int) around & SURROUNDINGS]);
                    if ((coded & 1) != 0) {
                        coded = raw ? coder.decodeRaw(coded) : sign(coded, around);
                        int sign = (int) coded & 1;
                        values[(top + row) * width + x] = (magnitude ^ -sign) + sign;
                        column |= becomeSignificant(at, row, sign);
                    }
                    column |= VISITED << 3 * row;
                }
                columns[at] = column;
            }
        }
        return coded;
    }

    private long refinement(long first, int half, boolean raw) {
        long[] columns = this.columns;
        int[] values = this.values;
        long coded = first;
        for (int top = 0, at = stride + 1; top < height; top += STRIPE, at += 2) {
            for (int x = 0; x < width; x++, at++) {
                long column = columns[at];
                long open = column & SELVES & ~(column >>> VISITED_ABOVE_SELF);
                while (open != 0) {
                    int shift = Long.numberOfTrailingZeros(open) - 4;
                    open &= open - 1;
                    long around = column >>> shift;
                    int context = (around & REFINED) != 0 ? 16 : (around & NEIGHBOURS) != 0 ? 15 : 14;
                    coded = raw ? coder.decodeRaw(coded) : coder.decode(coded, context);
                    int index = (top + shift / 3) * width + x;
                    int value = values[index];
                    // Towards or away from zero.
                    int change = (coded & 1) != 0 ? half : -half;
                    int negative = value >> 31;
                    values[index] = value + (change ^ negative) - negative;
                    column |= REFINED << shift;
                }
                columns[at] = column;
            }
        }
        return coded;
    }

    private long cleanup(long first, int magnitude) {
        long[] columns = this.columns;
        byte[] zeroCoding = this.zeroCoding;
        long coded = first;
        for (int top = 0, at = stride + 1; top < height; top += STRIPE, at += 2) {
            int rows = Math.min(STRIPE, height - top);
            for (int x = 0; x < width; x++, at++) {
                long column = columns[at];
                int row = 0;
                boolean found = false;
                if ((column & ANY) == 0 && rows == STRIPE) {
                    coded = coder.decode(coded, MqDecoder.RUN);
                    if ((coded & 1) == 0) {
                        continue;
                    }
                    coded = coder.decode(coded, MqDecoder.UNIFORM);
                    row = (int) coded << 1 & 2;
                    coded = coder.decode(coded, MqDecoder.UNIFORM);
                    row |= (int) coded & 1;
                    found = true;
                }
                for (; row < rows; row++) {
                    long around = column >>> 3 * row;
                    if ((around & (SELF | VISITED)) != 0) {
                        continue;
                    }
                    if (!found) {
                        coded = coder.decode(coded, zeroCoding[(int) around & SURROUNDINGS]);
                    }
                    if (found || (coded & 1) != 0) {
                        coded = sign(coded, around);
                        int sign = (int) coded & 1;
                        values[(top + row) * width + x] = (magnitude ^ -sign) + sign;
                        column |= becomeSignificant(at, row, sign);
                        found = false;
                    }
                }
                columns[at] = column & ~ALL_VISITED;
            }
        }
        return coded;
    }

    private long requireSymbol(long first) throws CodecException {
        long coded = first;
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            coded = coder.decode(coded, MqDecoder.UNIFORM);
            symbol = symbol << 1 | (int) coded & 1;
        }
        if (symbol != 0xA) {
            throw CodecException.corrupt("a segmentation symbol is wrong");
        }
        return coded;
    }

    private long sign(long coded, long around) {
        int sign = BlockContexts.sign(around);
        return coder.decode(coded, BlockContexts.signContext(sign)) ^ BlockContexts.flip(sign);
    }

    /// Tells the columns around of sample `row` of column `at`, and returns what its own is to be told. A causal stripe
    /// tells nothing to the one above it.
    private long becomeSignificant(int at, int row, int sign) {
        long[] columns = this.columns;
        long told = 1 | (long) sign << SIGNS;
        columns[at - 1] |= told * EAST << 3 * row;
        columns[at + 1] |= told * WEST << 3 * row;
        if (row == 0 && !causal) {
            int above = at - stride;
            columns[above - 1] |= told * EAST << 3 * STRIPE;
            columns[above] |= told * SELF << 3 * STRIPE;
            columns[above + 1] |= told * WEST << 3 * STRIPE;
        }
        if (row == STRIPE - 1) {
            int below = at + stride;
            columns[below - 1] |= told * (EAST >> 3);
            columns[below] |= told * (SELF >> 3);
            columns[below + 1] |= told * (WEST >> 3);
        }
        return told * SELF << 3 * row;
    }
}
