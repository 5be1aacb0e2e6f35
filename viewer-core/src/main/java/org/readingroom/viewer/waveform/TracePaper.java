package org.readingroom.viewer.waveform;

import java.util.ArrayList;
import java.util.List;

/// How the curves of a group lie on paper: one strip a channel, time to the right.
///
/// Voltages are drawn at `mmPerMillivolt`, so that a strip can be measured with a ruler; other units are fitted to
/// the height of their strip and say what a millimetre means.
///
/// **Space:** millimetres of paper, (0, 0) the top left corner, y down.
/// **Source:** AHA/ACCF/HRS recommendations for the electrocardiogram, part I (2007): 25 mm/s, 10 mm/mV.
// [impl->req~waveform.paper~1]
public record TracePaper(
        double mmPerSecond, double mmPerMillivolt, double widthMm, double heightMm, List<Strip> strips) {
    public static final double MM_PER_SECOND = 25;
    public static final double MM_PER_MILLIVOLT = 10;
    /// chosen: two large squares up and two down hold an ordinary beat.
    private static final double STRIP_MM = 20;

    private static final double LARGEST_STRIP_MM = 60;

    public TracePaper {
        strips = List.copyOf(strips);
    }

    /// One channel: `perMm` is how much of its unit a millimetre of height is, `zeroMm` where `base` lies.
    ///
    /// **Owner:** `values` are the record's own and never written.
    @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
    public record Strip(Channel channel, double zeroMm, double base, double perMm, double shiftMm, double[] values) {
        /// The height on paper of a value. **Units:** millimetres, down.
        public double yMm(double value) {
            return zeroMm - (value - base) / perMm;
        }
    }

    /// The paper of `group` at the usual scales.
    public static TracePaper of(MultiplexGroup group) {
        return of(group, MM_PER_SECOND, MM_PER_MILLIVOLT);
    }

    public static TracePaper of(MultiplexGroup group, double mmPerSecond, double mmPerMillivolt) {
        List<Strip> strips = new ArrayList<>();
        double top = 0;
        for (int i = 0; i < group.channels().size(); i++) {
            Channel channel = group.channels().get(i);
            double[] values = group.values(i);
            double[] range = range(values);
            boolean isVoltage = channel.millivolts().isPresent();
            double perMm = isVoltage
                    ? 1 / (channel.millivolts().getAsDouble() * mmPerMillivolt)
                    : Math.max((range[1] - range[0]) / (STRIP_MM * 0.9), Double.MIN_NORMAL);
            double base = isVoltage ? 0 : (range[0] + range[1]) / 2;
            double above = Math.clamp((range[1] - base) / perMm, STRIP_MM / 2, LARGEST_STRIP_MM / 2);
            double below = Math.clamp((base - range[0]) / perMm, STRIP_MM / 2, LARGEST_STRIP_MM / 2);
            strips.add(new Strip(channel, top + above, base, perMm, channel.skewSeconds() * mmPerSecond, values));
            top += above + below;
        }
        return new TracePaper(mmPerSecond, mmPerMillivolt, group.seconds() * mmPerSecond, top, strips);
    }

    private static double[] range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low <= high ? new double[] {low, high} : new double[] {0, 0};
    }
}
