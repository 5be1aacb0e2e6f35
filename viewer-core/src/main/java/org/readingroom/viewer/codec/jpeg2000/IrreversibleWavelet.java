package org.readingroom.viewer.codec.jpeg2000;

import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// The inverse 9-7 transform in single precision.
///
/// High-pass values are scaled by twice the reciprocal of K, which takes the gain of the subbands out of the
/// quantiser steps; so do the common implementations, and lossy pictures agree with theirs to the last bit.
///
/// **Source:** ITU-T T.800 annex F.3, table F.4.
final class IrreversibleWavelet {
    private static final int GROUP = 16;
    private static final int MARGIN = 4;

    // The nearest floats of the values in table F.4.
    private static final float ALPHA = 1.5861343f;
    private static final float BETA = 0.052980117f;
    private static final float GAMMA = -0.8829111f;
    private static final float DELTA = -0.44350687f;
    private static final float K = 1.2301741f;
    private static final float TWO_BY_K = 1.6257324f;

    private IrreversibleWavelet() {}

    /// As [ReversibleWavelet#synthesise].
    static void synthesise(float[] data, int stride, List<Resolution> resolutions) throws CodecException {
        for (int r = 1; r < resolutions.size(); r++) {
            Area area = resolutions.get(r).area();
            Area low = resolutions.get(r - 1).area();
            rows(data, stride, area, low.width());
            columns(data, stride, area, low.height());
        }
    }

    private static void rows(float[] data, int stride, Area area, int lows) throws CodecException {
        int width = area.width();
        int odd = area.x0() & 1;
        float[] line = new float[width + 2 * MARGIN];
        for (int y = 0; y < area.height(); y++) {
            CodecLimits.stopIfInterrupted();
            int at = y * stride;
            for (int i = 0; i < lows; i++) {
                line[MARGIN + 2 * i + odd] = data[at + i];
            }
            for (int i = 0; i < width - lows; i++) {
                line[MARGIN + 2 * i + 1 - odd] = data[at + lows + i];
            }
            lift(line, width, odd);
            System.arraycopy(line, MARGIN, data, at, width);
        }
    }

    private static void columns(float[] data, int stride, Area area, int lows) throws CodecException {
        int height = area.height();
        int odd = area.y0() & 1;
        float[][] lines = new float[GROUP][height + 2 * MARGIN];
        for (int x = 0; x < area.width(); x += GROUP) {
            CodecLimits.stopIfInterrupted();
            int group = Math.min(GROUP, area.width() - x);
            for (int y = 0; y < height; y++) {
                int to = MARGIN + (y < lows ? 2 * y + odd : 2 * (y - lows) + 1 - odd);
                int at = y * stride + x;
                for (int k = 0; k < group; k++) {
                    lines[k][to] = data[at + k];
                }
            }
            for (int k = 0; k < group; k++) {
                lift(lines[k], height, odd);
            }
            for (int y = 0; y < height; y++) {
                int at = y * stride + x;
                for (int k = 0; k < group; k++) {
                    data[at + k] = lines[k][MARGIN + y];
                }
            }
        }
    }

    private static void lift(float[] line, int length, int odd) {
        if (length == 1) {
            if (odd == 1) {
                line[MARGIN] *= 0.5f;
            }
            return;
        }
        int end = MARGIN + length;
        for (int i = MARGIN; i < end; i++) {
            line[i] *= ((i ^ odd) & 1) == 0 ? K : TWO_BY_K;
        }
        int last = length - 1;
        for (int i = 1; i <= MARGIN; i++) {
            line[MARGIN - i] = line[MARGIN + Mirror.index(-i, length)];
            line[MARGIN + last + i] = line[MARGIN + Mirror.index(last + i, length)];
        }
        step(line, MARGIN - 3, end + 3, odd, DELTA);
        step(line, MARGIN - 2, end + 2, 1 - odd, GAMMA);
        step(line, MARGIN - 1, end + 1, odd, BETA);
        step(line, MARGIN, end, 1 - odd, ALPHA);
    }

    /// Adds `factor` times both neighbours to every value at places of `parity` in the range.
    private static void step(float[] line, int from, int to, int parity, float factor) {
        for (int i = from + ((from ^ parity) & 1); i < to; i += 2) {
            line[i] += factor * (line[i - 1] + line[i + 1]);
        }
    }
}
