package org.readingroom.report.model;

/// How many letters are put in, taken out or exchanged between two texts.
///
/// **Source:** V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966.
final class EditDistance {
    private EditDistance() {}

    /// Counted in code points. **Cost:** the product of both lengths; meant for sentences.
    static int of(String a, String b) {
        int[] from = a.codePoints().toArray();
        int[] to = b.codePoints().toArray();
        int[] row = new int[to.length + 1];
        for (int j = 0; j <= to.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length; j++) {
                int exchanged = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length];
    }
}
