package org.readingroom.plugin.suggest;

import java.util.Arrays;

/// Whole numbers in the order they came, in one array that grows.
final class Ints {
    private int[] values;
    private int size;

    Ints(int room) {
        values = new int[room];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 4);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }
}
