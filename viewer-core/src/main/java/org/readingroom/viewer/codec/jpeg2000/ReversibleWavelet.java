package org.readingroom.viewer.codec.jpeg2000;

import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// The inverse 5-3 transform in whole numbers.
///
/// **Source:** ITU-T T.800 annex F.3, formulas F-5 and F-6.
final class ReversibleWavelet {
    /// Columns handled together, so that memory is read in runs.
    private static final int GROUP = 16;

    private static final int MARGIN = 2;

    private ReversibleWavelet() {}

    /// Turns coefficients into samples in place. Each resolution's subbands lie in the upper left corner of `data`,
    /// low-pass before high-pass; rows lie `stride` apart.
    static void synthesise(int[] data, int stride, List<Resolution> resolutions) throws CodecException {
        for (int r = 1; r < resolutions.size(); r++) {
            Area area = resolutions.get(r).area();
            Area low = resolutions.get(r - 1).area();
            rows(data, stride, area, low.width());
            columns(data, stride, area, low.height());
        }
    }

    private static void rows(int[] data, int stride, Area area, int lows) throws CodecException {
        int width = area.width();
        int odd = area.x0() & 1;
        int[] line = new int[width + 2 * MARGIN];
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

    private static void columns(int[] data, int stride, Area area, int lows) throws CodecException {
        int height = area.height();
        int odd = area.y0() & 1;
        int[][] lines = new int[GROUP][height + 2 * MARGIN];
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

    /// One line of `length` interleaved values from index `MARGIN` on; low-pass ones at places of `odd`'s parity.
    private static void lift(int[] line, int length, int odd) {
        int end = MARGIN + length;
        if (length == 1) {
            if (odd == 1) {
                line[MARGIN] /= 2;
            }
            return;
        }
        int even = MARGIN + odd;
        mirror(line, length);
        for (int i = even - 2 * odd; i <= end; i += 2) {
            line[i] -= (line[i - 1] + line[i + 1] + 2) >> 2;
        }
        for (int i = MARGIN + 1 - odd; i < end; i += 2) {
            line[i] += (line[i - 1] + line[i + 1]) >> 1;
        }
    }

    /// Extends the line by reflection about its first and last values.
    private static void mirror(int[] line, int length) {
        int last = length - 1;
        for (int i = 1; i <= MARGIN; i++) {
            line[MARGIN - i] = line[MARGIN + Mirror.index(-i, length)];
            line[MARGIN + last + i] = line[MARGIN + Mirror.index(last + i, length)];
        }
    }
}
