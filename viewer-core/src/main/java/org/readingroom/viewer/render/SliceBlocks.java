package org.readingroom.viewer.render;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.readingroom.viewer.volume.GreySlice;

/// The least and greatest sample in every square of a slice; square (a, b) reaches from pixel `SIDE·a` to
/// `SIDE·(a + 1)`, both included, so that what is interpolated between two squares is held by both.
///
/// **Shape:** rows of squares. **Owner:** shared, written by nobody; does not keep the slice alive.
@SuppressWarnings("ArrayRecordComponent") // read per square; compared by nobody
record SliceBlocks(WeakReference<GreySlice> of, short[] least, short[] most) {
    static SliceBlocks of(GreySlice slice) {
        int across = (slice.columns() + Bricks.SIDE - 1) >> Bricks.SHIFT;
        int down = (slice.rows() + Bricks.SIDE - 1) >> Bricks.SHIFT;
        short[] least = new short[across * down];
        short[] most = new short[least.length];
        Arrays.fill(least, Short.MAX_VALUE);
        Arrays.fill(most, Short.MIN_VALUE);
        for (int row = 0; row < slice.rows(); row++) {
            int b = row >> Bricks.SHIFT;
            boolean isShared = b > 0 && (row & Bricks.SIDE - 1) == 0;
            for (int a = 0; a < across; a++) {
                int from = row * slice.columns() + (a << Bricks.SHIFT);
                int to = row * slice.columns() + Math.min(slice.columns() - 1, (a + 1) << Bricks.SHIFT);
                short low = Short.MAX_VALUE;
                short high = Short.MIN_VALUE;
                for (int i = from; i <= to; i++) {
                    short sample = slice.samples()[i];
                    low = sample < low ? sample : low;
                    high = sample > high ? sample : high;
                }
                for (int block = isShared ? b - 1 : b; block <= b; block++) {
                    int at = block * across + a;
                    least[at] = (short) Math.min(least[at], low);
                    most[at] = (short) Math.max(most[at], high);
                }
            }
        }
        return new SliceBlocks(new WeakReference<>(slice), least, most);
    }

    boolean isOf(GreySlice slice) {
        return of.refersTo(slice);
    }
}
