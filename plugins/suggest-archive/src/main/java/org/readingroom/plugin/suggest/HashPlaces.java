package org.readingroom.plugin.suggest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Finds the number of something by the hash of its name: an open table of numbers, a tenth of what a map of objects
/// takes.
final class HashPlaces {
    static final int NONE = -1;

    private long[] hashes = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int size;

    HashPlaces() {
        Arrays.fill(numbers, NONE);
    }

    /// **Source:** G. Fowler, L. C. Noll, K.-P. Vo: FNV-1a, 64 bits.
    static long hash(byte[] name) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : name) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /// The number under `hash` that `isIt` says yes to, else [#NONE].
    int find(long hash, IntPredicate isIt) {
        int at = slot(hash);
        while (numbers[at] != NONE) {
            if (hashes[at] == hash && isIt.test(numbers[at])) {
                return numbers[at];
            }
            at = at + 1 & numbers.length - 1;
        }
        return NONE;
    }

    void put(long hash, int number) {
        if (2 * ++size > numbers.length) {
            grow();
        }
        place(hash, number);
    }

    private void place(long hash, int number) {
        int at = slot(hash);
        while (numbers[at] != NONE) {
            at = at + 1 & numbers.length - 1;
        }
        hashes[at] = hash;
        numbers[at] = number;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[oldNumbers.length * 2];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != NONE) {
                place(oldHashes[i], oldNumbers[i]);
            }
        }
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & numbers.length - 1;
    }
}
