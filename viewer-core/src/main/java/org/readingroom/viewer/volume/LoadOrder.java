package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The order in which slices are fetched, so that a coarse whole is there before the rest: first, middle,
/// last, every fourth, then what is left.
public final class LoadOrder {
    /// chosen: a quarter of the slices shows any plane, and comes four times as soon.
    private static final int COARSE = 4;

    private LoadOrder() {}

    /// **Order:** positions from 0, each once; none for a `count` of 0.
    public static List<Integer> of(int count) {
        if (count == 0) {
            return List.of();
        }
        Set<Integer> order = new LinkedHashSet<>(List.of(0, count / 2, count - 1));
        for (int i = 0; i < count; i += COARSE) {
            order.add(i);
        }
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        return new ArrayList<>(order);
    }
}
