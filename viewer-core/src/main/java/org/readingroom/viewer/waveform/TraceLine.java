package org.readingroom.viewer.waveform;

import java.util.Arrays;

/// A strip as a line of few points: no peak is lost, however many samples fall on one point of the screen.
///
/// **Shape:** pairs x, y in millimetres of paper; NaN, NaN breaks the line where samples are missing.
// [impl->req~waveform.paper~1]
public final class TraceLine {
    private TraceLine() {}

    /// The line of `strip` when a point of the screen is `pointMm` wide.
    ///
    /// Samples that share a point become its first, lowest, highest and last.
    public static double[] of(TracePaper.Strip strip, double samplingHz, double mmPerSecond, double pointMm) {
        double[] values = strip.values();
        double mmPerSample = mmPerSecond / samplingHz;
        int bucket = Math.max(1, (int) Math.floor(pointMm / mmPerSample));
        Line line = new Line(bucket < 4 ? values.length : 4 * (values.length / bucket + 1));
        for (int from = 0; from < values.length; from += bucket) {
            int to = Math.min(values.length, from + bucket);
            if (bucket < 4) {
                for (int i = from; i < to; i++) {
                    line.add(strip, i, mmPerSample);
                }
                continue;
            }
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                // a missing sample is neither
                low = !(values[low] <= values[i]) && !Double.isNaN(values[i]) ? i : low;
                high = !(values[high] >= values[i]) && !Double.isNaN(values[i]) ? i : high;
            }
            line.add(strip, from, mmPerSample);
            line.add(strip, Math.min(low, high), mmPerSample);
            line.add(strip, Math.max(low, high), mmPerSample);
            line.add(strip, to - 1, mmPerSample);
        }
        return line.points();
    }

    private static final class Line {
        private double[] points;
        private int used;

        Line(int most) {
            points = new double[2 * most];
        }

        void add(TracePaper.Strip strip, int sample, double mmPerSample) {
            if (used == points.length) {
                points = Arrays.copyOf(points, points.length * 2 + 2);
            }
            double value = strip.values()[sample];
            boolean isMissing = Double.isNaN(value);
            points[used++] = isMissing ? Double.NaN : strip.shiftMm() + sample * mmPerSample;
            points[used++] = isMissing ? Double.NaN : strip.yMm(value);
        }

        double[] points() {
            return Arrays.copyOf(points, used);
        }
    }
}
