package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;

/// Brings the rows of a plane to the width and height of the frame.
///
/// Halved components are interpolated with weights 3 and 1, alternately rounded up and down, the way the
/// Independent JPEG Group's software does; other ratios repeat samples.
///
/// **Source:** ITU-T T.871 section 6.1 for where chrominance samples lie.
final class Upsampler {
    private final Plane plane;
    private final int across;
    private final int down;
    private final boolean smooth;
    private final boolean smoothDown;
    private final int[] row;
    private final int[] sums;

    Upsampler(Frame frame, Component component, Plane plane) throws CodecException {
        this.plane = plane;
        if (frame.mostHorizontal() % component.horizontal() != 0 || frame.mostVertical() % component.vertical() != 0) {
            throw CodecException.unsupported("JPEG fractional subsampling");
        }
        this.across = frame.mostHorizontal() / component.horizontal();
        this.down = frame.mostVertical() / component.vertical();
        this.smooth = across == 2 && down <= 2 && plane.width() > 2;
        this.smoothDown = across == 1 && down == 2;
        this.sums = new int[plane.width()];
        this.row = new int[Math.max(frame.columns(), plane.width() * across)];
    }

    /// The samples of frame row `y`, valid until the next call.
    int[] row(int y) {
        if (smooth && down == 2) {
            smoothBothWays(y);
        } else if (smooth) {
            smoothAcross(y);
        } else if (smoothDown) {
            smoothDown(y);
        } else {
            repeated(y);
        }
        return row;
    }

    private void repeated(int y) {
        int offset = plane.rowOffset(y / down);
        short[] samples = plane.samples();
        int to = 0;
        for (int x = 0; x < plane.width(); x++) {
            for (int k = 0; k < across; k++) {
                row[to++] = samples[offset + x];
            }
        }
    }

    private void smoothAcross(int y) {
        int offset = plane.rowOffset(y);
        short[] samples = plane.samples();
        int last = plane.width() - 1;
        row[0] = samples[offset];
        row[1] = (samples[offset] * 3 + samples[offset + 1] + 2) >> 2;
        for (int x = 1; x < last; x++) {
            int weighted = samples[offset + x] * 3;
            row[2 * x] = (weighted + samples[offset + x - 1] + 1) >> 2;
            row[2 * x + 1] = (weighted + samples[offset + x + 1] + 2) >> 2;
        }
        row[2 * last] = (samples[offset + last] * 3 + samples[offset + last - 1] + 1) >> 2;
        row[2 * last + 1] = samples[offset + last];
    }

    private void smoothDown(int y) {
        boolean upper = (y & 1) == 0;
        int near = plane.rowOffset(y / 2);
        int far = plane.rowOffset(upper ? y / 2 - 1 : y / 2 + 1);
        short[] samples = plane.samples();
        for (int x = 0; x < plane.width(); x++) {
            row[x] = (samples[near + x] * 3 + samples[far + x] + (upper ? 1 : 2)) >> 2;
        }
    }

    private void smoothBothWays(int y) {
        int near = plane.rowOffset(y / 2);
        int far = plane.rowOffset((y & 1) == 0 ? y / 2 - 1 : y / 2 + 1);
        short[] samples = plane.samples();
        for (int x = 0; x < sums.length; x++) {
            sums[x] = samples[near + x] * 3 + samples[far + x];
        }
        int last = sums.length - 1;
        row[0] = (sums[0] * 4 + 8) >> 4;
        row[1] = (sums[0] * 3 + sums[1] + 7) >> 4;
        for (int x = 1; x < last; x++) {
            row[2 * x] = (sums[x] * 3 + sums[x - 1] + 8) >> 4;
            row[2 * x + 1] = (sums[x] * 3 + sums[x + 1] + 7) >> 4;
        }
        row[2 * last] = (sums[last] * 3 + sums[last - 1] + 8) >> 4;
        row[2 * last + 1] = (sums[last] * 4 + 7) >> 4;
    }
}
