package org.readingroom.viewer.codec.jpegls;

import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;
import org.readingroom.viewer.codec.FrameBuffer;

/// Decodes the lines of one scan into a frame.
///
/// Lines are held with one sample more at each end: index 0 is the neighbour left of the first sample, index
/// `columns + 1` the one right of the last.
///
/// **Source:** ITU-T T.87 annexes A and B.
final class ScanDecoder {
    private final ScanBits bits;
    private final ContextModel model;
    private final byte[] regions;
    private final int zeroGradient;
    private final int columns;
    private final int[] components;
    private final boolean bySample;
    private final int[] runIndex;
    private int[][] above;
    private int[][] current;

    /// `components` are the numbers of those in this scan, `bySample` whether they come sample by sample.
    ScanDecoder(ScanBits bits, CodingParameters parameters, int columns, int[] components, boolean bySample) {
        this.bits = bits;
        this.model = new ContextModel(bits, parameters);
        this.regions = parameters.gradientRegions();
        this.zeroGradient = parameters.maxValue();
        this.columns = columns;
        this.components = components;
        this.bySample = bySample;
        this.runIndex = new int[components.length];
        this.above = new int[components.length][columns + 2];
        this.current = new int[components.length][columns + 2];
    }

    /// `restartLines` is the number of lines between restart markers, 0 for none.
    void decode(FrameBuffer frame, int rows, long restartLines) throws CodecException {
        for (int y = 0; y < rows; y++) {
            CodecLimits.stopIfInterrupted();
            if (restartLines > 0 && y > 0 && y % restartLines == 0) {
                restart();
            }
            for (int c = 0; c < components.length; c++) {
                above[c][columns + 1] = above[c][columns];
                current[c][0] = above[c][1];
            }
            if (bySample) {
                interleavedLine();
            } else {
                for (int c = 0; c < components.length; c++) {
                    line(c);
                }
            }
            for (int c = 0; c < components.length; c++) {
                frame.row(components[c], y, current[c], 1);
            }
            int[][] done = current;
            current = above;
            above = done;
        }
    }

    private void restart() throws CodecException {
        bits.restart();
        model.start();
        for (int c = 0; c < components.length; c++) {
            runIndex[c] = 0;
            above[c] = new int[columns + 2];
            current[c] = new int[columns + 2];
        }
    }

    private void line(int component) throws CodecException {
        int[] up = above[component];
        int[] line = current[component];
        int x = 1;
        int a = line[0];
        int c = up[0];
        int b = up[1];
        while (x <= columns) {
            int d = up[x + 1];
            int context = (region(d - b) * 9 + region(b - c)) * 9 + region(c - a);
            if (context != 0) {
                a = model.regular(context, a, b, c);
                line[x++] = a;
                c = b;
                b = d;
                continue;
            }
            int end = x + model.runLength(runIndex, component, columns + 1 - x);
            while (x < end) {
                line[x++] = a;
            }
            if (x <= columns) {
                a = model.runEnd(a, up[x], runIndex[component]);
                line[x++] = a;
                runIndex[component] = Math.max(0, runIndex[component] - 1);
                c = up[x - 1];
                b = up[x];
            }
        }
    }

    private void interleavedLine() throws CodecException {
        int[] contexts = new int[components.length];
        int x = 1;
        while (x <= columns) {
            if (contextsAt(x, contexts)) {
                for (int c = 0; c < components.length; c++) {
                    int[] up = above[c];
                    current[c][x] = model.regular(contexts[c], current[c][x - 1], up[x], up[x - 1]);
                }
                x++;
                continue;
            }
            int end = x + model.runLength(runIndex, 0, columns + 1 - x);
            for (int c = 0; c < components.length; c++) {
                java.util.Arrays.fill(current[c], x, end, current[c][x - 1]);
            }
            x = end;
            if (x <= columns) {
                for (int c = 0; c < components.length; c++) {
                    current[c][x] = model.runEndInterleaved(current[c][x - 1], above[c][x], runIndex[0]);
                }
                x++;
                runIndex[0] = Math.max(0, runIndex[0] - 1);
            }
        }
    }

    /// Fills the contexts of all components at `x`; false when all are flat and a run starts.
    private boolean contextsAt(int x, int[] contexts) {
        boolean any = false;
        for (int c = 0; c < contexts.length; c++) {
            int[] up = above[c];
            int left = current[c][x - 1];
            contexts[c] = (region(up[x + 1] - up[x]) * 9 + region(up[x] - up[x - 1])) * 9 + region(up[x - 1] - left);
            any |= contexts[c] != 0;
        }
        return any;
    }

    private int region(int gradient) {
        return regions[gradient + zeroGradient];
    }
}
