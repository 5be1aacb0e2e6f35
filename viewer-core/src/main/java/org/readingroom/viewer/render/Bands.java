package org.readingroom.viewer.render;

import java.util.stream.IntStream;

/// Shares the rows of a picture out over the processor's cores.
final class Bands {
    /// chosen: bands per core, enough to even out rows that miss the volume.
    private static final int PER_CORE = 4;

    private Bands() {}

    /// Draws rows `from` up to but without `to`.
    interface Rows {
        void draw(int from, int to);
    }

    /// What one thread keeps for its band.
    interface Worker {
        Rows begin();
    }

    /// Every band is begun once and drawn in strips of `stripHeight` rows, in order.
    static void share(int height, int stripHeight, Worker worker) {
        int strips = (height + stripHeight - 1) / stripHeight;
        int bands = Math.min(strips, Runtime.getRuntime().availableProcessors() * PER_CORE);
        IntStream.range(0, bands).parallel().forEach(band -> {
            Rows rows = worker.begin();
            int last = (int) ((long) strips * (band + 1) / bands);
            for (int strip = (int) ((long) strips * band / bands); strip < last; strip++) {
                rows.draw(strip * stripHeight, Math.min(height, (strip + 1) * stripHeight));
            }
        });
    }
}
