package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// The inverse transform of a tile-component, in the order that both kinds share; `L` is a line of numbers.
///
/// Lines of a picture are arrays of their own. A resolution's subbands become lines by the horizontal transform,
/// low-pass ones before high-pass ones; these are lifted against each other as wholes, and then sorted in between. So
/// all inner loops run along memory, and what lies below each other need not move.
///
/// At the ends of a line the nearest value stands in for the missing one: that is what reflecting the interleaved
/// line comes to in every step.
///
/// **Source:** ITU-T T.800 annex F.3.
abstract sealed class Wavelet<L> permits ReversibleWavelet, IrreversibleWavelet {

    /// Samples of the finest of `resolutions`, row by row. Each entry of `bands` holds the coefficients of a subband,
    /// row-major, coarsest first.
    final List<L> synthesise(List<Resolution> resolutions, List<L> bands) throws CodecException {
        Area area = resolutions.getFirst().area();
        List<L> rows = new ArrayList<>();
        for (int y = 0; y < area.height(); y++) {
            rows.add(part(bands.getFirst(), y * area.width(), area.width()));
        }
        for (int r = 1; r < resolutions.size(); r++) {
            Area low = area;
            area = resolutions.get(r).area();
            List<L> lows = acrossLow(rows, bands.get(3 * r - 2), low, area);
            List<L> highs = acrossHigh(bands.get(3 * r - 1), bands.get(3 * r), low, area);
            rows = down(lows, highs, area.y0() & 1);
        }
        return rows;
    }

    private List<L> acrossLow(List<L> lows, L highs, Area low, Area area) throws CodecException {
        List<L> rows = new ArrayList<>();
        int width = area.width() - low.width();
        for (int y = 0; y < lows.size(); y++) {
            CodecLimits.stopIfInterrupted();
            rows.add(across(lows.get(y), 0, low.width(), highs, y * width, width, area.x0() & 1));
        }
        return rows;
    }

    private List<L> acrossHigh(L lows, L highs, Area low, Area area) throws CodecException {
        List<L> rows = new ArrayList<>();
        int width = area.width() - low.width();
        for (int y = 0; y < area.height() - low.height(); y++) {
            CodecLimits.stopIfInterrupted();
            rows.add(across(lows, y * low.width(), low.width(), highs, y * width, width, area.x0() & 1));
        }
        return rows;
    }

    private List<L> down(List<L> lows, List<L> highs, int odd) throws CodecException {
        if (lows.size() + highs.size() <= 1) {
            highs.forEach(this::halve);
            return lows.isEmpty() ? highs : lows;
        }
        lows.forEach(line -> scale(line, false));
        highs.forEach(line -> scale(line, true));
        for (int step = 0; step < steps(); step++) {
            List<L> lines = step % 2 == 0 ? lows : highs;
            List<L> others = step % 2 == 0 ? highs : lows;
            int back = step % 2 == 0 ? 1 - odd : odd;
            for (int i = 0; i < lines.size(); i++) {
                CodecLimits.stopIfInterrupted();
                L before = others.get(Math.clamp(i - back, 0, others.size() - 1));
                L after = others.get(Math.clamp(i - back + 1, 0, others.size() - 1));
                lift(step, lines.get(i), before, after);
            }
        }
        List<L> rows = new ArrayList<>();
        for (int i = 0; i < lows.size() + highs.size(); i++) {
            rows.add((i & 1) == odd ? lows.get(i / 2) : highs.get(i / 2));
        }
        return rows;
    }

    /// A band of `size` coefficients, all zero.
    abstract L band(int size);

    /// A copy of `length` values from `from` on.
    abstract L part(L line, int from, int length);

    /// Makes the first `count` of `values`, which have a fraction bit, coefficients of a quantiser step of `step`,
    /// ready for [#store].
    abstract void dequantise(int[] values, int count, float step);

    /// Copies `width` coefficients of what was dequantised last, from `from` on, to place `at` of a band.
    abstract void store(int from, int width, L band, int at);

    /// A line from its low-pass and high-pass values; `odd` is 1 when it starts with a high-pass one.
    abstract L across(L lows, int lowFrom, int lowCount, L highs, int highFrom, int highCount, int odd);

    /// What becomes of a high-pass line that is the only one.
    abstract void halve(L line);

    /// Readies a line for the steps downwards.
    abstract void scale(L line, boolean isHigh);

    abstract int steps();

    /// Lifts a line by its neighbours; even steps change low-pass lines.
    abstract void lift(int step, L line, L before, L after);
}
