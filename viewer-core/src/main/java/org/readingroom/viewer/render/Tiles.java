package org.readingroom.viewer.render;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Shares small squares of a picture out over the processor's cores, to whoever is free: rays of neighbours read
/// the same voxels, and some squares cost a hundred times as much as others.
final class Tiles {
    /// chosen: what the rays of a tile read fits into the second cache.
    static final int SIDE = 16;

    private Tiles() {}

    /// Draws a rectangle of at most `SIDE` by `SIDE` elements.
    interface Tile {
        void draw(int left, int top, int right, int bottom);
    }

    /// What one thread keeps for its tiles.
    interface Worker {
        Tile begin();
    }

    static void share(int width, int height, Worker worker) {
        int across = (width + SIDE - 1) / SIDE;
        int count = across * ((height + SIDE - 1) / SIDE);
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, workers).parallel().forEach(thread -> {
            Tile tile = worker.begin();
            for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                int left = at % across * SIDE;
                int top = at / across * SIDE;
                tile.draw(left, top, Math.min(width, left + SIDE), Math.min(height, top + SIDE));
            }
        });
    }
}
