package org.readingroom.report.redline;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.redline.Piece.Act;

/// Two texts compared word by word: as many letters as possible stay.
///
/// Kept and removed pieces laid end to end are the old text, kept and added ones the new.
// [impl->req~report.redline.words~1]
public final class WordDiff {
    /// chosen: 16 MiB of table; two sentences beyond that share only their beginning and end.
    private static final int LARGEST_TABLE = 4_000_000;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();

    private WordDiff() {}

    public static List<Piece> between(String before, String after) {
        WordCutter cutter = WordCutter.shipped();
        return between(cutter.cut(before), cutter.cut(after));
    }

    static List<Piece> between(List<String> before, List<String> after) {
        WordDiff diff = new WordDiff();
        int start = 0;
        int least = Math.min(before.size(), after.size());
        while (start < least && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        before.subList(0, start).forEach(diff::keep);
        diff.inner(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        before.subList(before.size() - end, before.size()).forEach(diff::keep);
        diff.endKept();
        diff.endChange();
        return diff.pieces;
    }

    private void inner(List<String> before, List<String> after) {
        if ((long) (before.size() + 1) * (after.size() + 1) > LARGEST_TABLE) {
            before.forEach(this::remove);
            after.forEach(this::add);
            return;
        }
        int[][] best = best(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean isSame = i < before.size()
                    && j < after.size()
                    && before.get(i).equals(after.get(j))
                    && best[i][j] == best[i + 1][j + 1] + before.get(i).length();
            if (isSame) {
                keep(before.get(i));
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && best[i + 1][j] >= best[i][j + 1]) {
                remove(before.get(i++));
            } else {
                add(after.get(j++));
            }
        }
    }

    /// How many letters can stay of what begins at each pair of words.
    private static int[][] best(List<String> before, List<String> after) {
        int[][] best = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                int apart = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = before.get(i).equals(after.get(j))
                        ? Math.max(apart, best[i + 1][j + 1] + before.get(i).length())
                        : apart;
            }
        }
        return best;
    }

    private void keep(String word) {
        endChange();
        kept.append(word);
    }

    private void remove(String word) {
        endKept();
        removed.append(word);
    }

    private void add(String word) {
        endKept();
        added.append(word);
    }

    private void endKept() {
        flush(kept, Act.KEPT);
    }

    private void endChange() {
        flush(removed, Act.REMOVED);
        flush(added, Act.ADDED);
    }

    private void flush(StringBuilder text, Act act) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(act, text.toString()));
            text.setLength(0);
        }
    }

    /// How much of two texts is the same: 0 nothing, 1 all of it.
    static double likeness(List<String> before, List<String> after) {
        int all = letters(before) + letters(after);
        if (all == 0 || (long) (before.size() + 1) * (after.size() + 1) > LARGEST_TABLE) {
            return 0;
        }
        return 2.0 * best(before, after)[0][0] / all;
    }

    private static int letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }
}
