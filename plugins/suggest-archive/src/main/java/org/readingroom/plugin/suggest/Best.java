package org.readingroom.plugin.suggest;

/// Keeps the numbers with the highest scores: a heap with the least of them on top.
final class Best {
    private final double[] scores;
    private final int[] numbers;
    private int size;

    Best(int most) {
        scores = new double[most];
        numbers = new int[most];
    }

    void add(int number, double score) {
        if (size < scores.length) {
            int at = size++;
            while (at > 0 && scores[(at - 1) / 2] > score) {
                put(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
            scores[at] = score;
            numbers[at] = number;
        } else if (score > scores[0]) {
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                child += child + 1 < size && scores[child + 1] < scores[child] ? 1 : 0;
                if (scores[child] >= score) {
                    break;
                }
                put(at, child);
                at = child;
            }
            scores[at] = score;
            numbers[at] = number;
        }
    }

    private void put(int to, int from) {
        scores[to] = scores[from];
        numbers[to] = numbers[from];
    }

    int size() {
        return size;
    }

    /// **Order:** none.
    int number(int index) {
        return numbers[index];
    }

    double score(int index) {
        return scores[index];
    }
}
