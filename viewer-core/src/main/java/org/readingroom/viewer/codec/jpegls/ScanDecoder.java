package org.readingroom.viewer.codec.jpegls;

import java.util.Arrays;
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
    private final RegularMode regular;
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
        this.regular = model.regularMode(parameters);
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
                restart((int) (y / restartLines - 1) & 7);
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

    private void restart(int number) throws CodecException {
        bits.restart(number);
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
        int x = regular.whileUneven(up, line, 1, columns);
        while (x <= columns) {
            int a = line[x - 1];
            int end = x + model.runLength(runIndex, component, columns + 1 - x);
            Arrays.fill(line, x, end, a);
            x = end;
            if (x <= columns) {
                line[x] = model.runEnd(a, up[x], runIndex[component]);
                runIndex[component] = Math.max(0, runIndex[component] - 1);
                x = regular.whileUneven(up, line, x + 1, columns);
            }
        }
    }

    private void interleavedLine() throws CodecException {
        int x = 1;
        while (x <= columns) {
            if (isUneven(x)) {
                for (int c = 0; c < components.length; c++) {
                    regular.one(above[c], current[c], x);
                }
                x++;
                continue;
            }
            int end = x + model.runLength(runIndex, 0, columns + 1 - x);
            for (int c = 0; c < components.length; c++) {
                Arrays.fill(current[c], x, end, current[c][x - 1]);
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

    /// Whether any component has neighbours at `x` that are not flat; else a run starts.
    private boolean isUneven(int x) {
        for (int c = 0; c < components.length; c++) {
            if (regular.context(above[c], current[c], x) != 0) {
                return true;
            }
        }
        return false;
    }
}
