package org.readingroom.viewer.codec.jpeg2000;

import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.EAST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.NEIGHBOURS;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.NORTH;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.NORTH_EAST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.NORTH_WEST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.REFINED;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SIGNIFICANT;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SIGN_SHIFT;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SOUTH;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SOUTH_EAST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.SOUTH_WEST;
import static org.readingroom.viewer.codec.jpeg2000.BlockContexts.VISITED;
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
    private int[] flags = new int[0];
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
            if (raw) {
                coder.startRaw(block.data, from, to);
            } else {
                coder.start(block.data, from, to);
            }
            for (int k = 0; k < block.segmentPasses[segment] && plane > 0; k++, done++) {
                switch (pass) {
                    case SIGNIFICANCE -> significance(3 << plane >> 1, raw);
                    case REFINEMENT -> refinement(1 << plane >> 1, raw);
                    default -> cleanup(3 << plane >> 1, style.has(CodingStyle.SEGMENTATION_SYMBOLS));
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
        int flagCount = stride * (height + 2);
        if (flags.length < flagCount) {
            flags = new int[flagCount];
        } else {
            Arrays.fill(flags, 0, flagCount, 0);
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

    private void significance(int magnitude, boolean raw) {
        int[] flags = this.flags;
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(height, top + STRIPE);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = top; y < bottom; y++, at += stride) {
                    int state = flags[at];
                    if ((state & SIGNIFICANT) != 0 || (state & NEIGHBOURS) == 0) {
                        continue;
                    }
                    int bit = raw ? coder.decodeRaw() : coder.decode(zeroCoding[state & NEIGHBOURS]);
                    if (bit == 1) {
                        int sign = raw ? coder.decodeRaw() : sign(state);
                        values[y * width + x] = sign == 0 ? magnitude : -magnitude;
                        becomeSignificant(at, sign, y == top);
                    }
                    flags[at] |= VISITED;
                }
            }
        }
    }

    private void refinement(int half, boolean raw) {
        int[] flags = this.flags;
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(height, top + STRIPE);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = top; y < bottom; y++, at += stride) {
                    int state = flags[at];
                    if ((state & (SIGNIFICANT | VISITED)) != SIGNIFICANT) {
                        continue;
                    }
                    int context = (state & REFINED) != 0 ? 16 : (state & NEIGHBOURS) != 0 ? 15 : 14;
                    int bit = raw ? coder.decodeRaw() : coder.decode(context);
                    int change = bit == 1 ? half : -half;
                    int index = y * width + x;
                    values[index] += values[index] < 0 ? -change : change;
                    flags[at] = state | REFINED;
                }
            }
        }
    }

    private void cleanup(int magnitude, boolean symbols) throws CodecException {
        int[] flags = this.flags;
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(height, top + STRIPE);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                int y = top;
                boolean found = false;
                if (bottom - top == STRIPE && isUntouched(at)) {
                    if (coder.decode(MqDecoder.RUN) == 0) {
                        continue;
                    }
                    int run = coder.decode(MqDecoder.UNIFORM) << 1;
                    run |= coder.decode(MqDecoder.UNIFORM);
                    y += run;
                    at += run * stride;
                    found = true;
                }
                for (; y < bottom; y++, at += stride) {
                    int state = flags[at];
                    if ((state & (SIGNIFICANT | VISITED)) == 0
                            && (found || coder.decode(zeroCoding[state & NEIGHBOURS]) == 1)) {
                        int sign = sign(state);
                        values[y * width + x] = sign == 0 ? magnitude : -magnitude;
                        becomeSignificant(at, sign, y == top);
                    }
                    flags[at] &= ~VISITED;
                    found = false;
                }
            }
        }
        if (symbols) {
            int symbol = 0;
            for (int i = 0; i < 4; i++) {
                symbol = symbol << 1 | coder.decode(MqDecoder.UNIFORM);
            }
            if (symbol != 0xA) {
                throw CodecException.corrupt("a segmentation symbol is wrong");
            }
        }
    }

    private boolean isUntouched(int at) {
        int together = flags[at] | flags[at + stride] | flags[at + 2 * stride] | flags[at + 3 * stride];
        return (together & (SIGNIFICANT | VISITED | NEIGHBOURS)) == 0;
    }

    private int sign(int state) {
        int index = BlockContexts.signIndex(state);
        return coder.decode(BlockContexts.signContext(index)) ^ BlockContexts.signFlip(index);
    }

    /// Tells the neighbours; a causal stripe tells nothing to the one above it.
    private void becomeSignificant(int at, int sign, boolean isTopOfStripe) {
        int[] flags = this.flags;
        int signs = sign << SIGN_SHIFT;
        flags[at] |= SIGNIFICANT;
        flags[at - 1] |= EAST | EAST * signs;
        flags[at + 1] |= WEST | WEST * signs;
        flags[at + stride] |= NORTH | NORTH * signs;
        flags[at + stride - 1] |= NORTH_EAST;
        flags[at + stride + 1] |= NORTH_WEST;
        if (!(causal && isTopOfStripe)) {
            flags[at - stride] |= SOUTH | SOUTH * signs;
            flags[at - stride - 1] |= SOUTH_EAST;
            flags[at - stride + 1] |= SOUTH_WEST;
        }
    }
}
