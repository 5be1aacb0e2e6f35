package org.readingroom.services.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Looks for what is typed in a million rows while a key goes up.
///
/// The texts of the rows lie one behind the other in long strings of one byte a character, UTF-8 taken as Latin-1:
///
/// ```
/// text    王小东\nwang xiao dong\n…\0 李伟\nli wei\n…\0 …      16384 rows a piece
/// starts  0                          41                 …
/// ```
///
/// The JDK searches such a string with vector instructions at some gigabytes a second, where a string for each row
/// costs a
/// jump through memory. The word that is likely the rarest, the longest, is looked for so; the others only in the rows
/// that have it.
///
/// **Thread:** any; immutable.
// [impl->req~worklist.million~1]
public final class RowSearch {
    private static final int PIECE = 1 << 14;
    private static final char END = '\0';

    /// `starts` has one more entry than rows: where the text ends.
    private record Piece(String text, int[] starts) {
        int rows() {
            return starts.length - 1;
        }
    }

    private final List<Piece> pieces;
    private final int size;

    private RowSearch(List<Piece> pieces, int size) {
        this.pieces = List.copyOf(pieces);
        this.size = size;
    }

    public static RowSearch of(List<WorklistRow> rows) {
        List<Piece> pieces = new ArrayList<>(rows.size() / PIECE + 1);
        Packer packer = new Packer();
        for (WorklistRow row : rows) {
            if (packer.rows == PIECE) {
                pieces.add(packer.piece());
            }
            packer.add(row.searchText());
        }
        pieces.add(packer.piece());
        return new RowSearch(pieces, rows.size());
    }

    /// The places of the rows in which every word of `typed` is; all of them for nothing typed.
    public BitSet find(String typed) {
        List<List<String>> words = new WorklistFilter(typed)
                .words().stream()
                        .map(RowSearch::spellings)
                        .sorted((one, two) ->
                                two.getFirst().length() - one.getFirst().length())
                        .toList();
        BitSet found = new BitSet(size);
        if (words.isEmpty()) {
            found.set(0, size);
            return found;
        }
        int first = 0;
        for (Piece piece : pieces) {
            for (String spelling : words.getFirst()) {
                find(piece, spelling, words.subList(1, words.size()), found, first);
            }
            first += piece.rows();
        }
        return found;
    }

    /// The rows spell lü as lu and, as Chinese keyboards have it, as lv.
    private static List<String> spellings(String word) {
        return word.indexOf('ü') < 0 ? List.of(packed(word)) : List.of(packed(word), packed(word.replace('ü', 'v')));
    }

    private static void find(Piece piece, String word, List<List<String>> others, BitSet found, int first) {
        int row = 0;
        int at = piece.text.indexOf(word);
        while (at >= 0) {
            row = rowAt(piece, row, at);
            if (hasAll(piece, row, others)) {
                found.set(first + row);
            }
            at = piece.text.indexOf(word, piece.starts[row + 1]);
        }
    }

    /// The row that `at` lies in, at or after `from`: near by more often than not.
    private static int rowAt(Piece piece, int from, int at) {
        int near = from;
        for (int step = 0; step < 8; step++) {
            if (piece.starts[near + 1] > at) {
                return near;
            }
            near++;
        }
        int place = Arrays.binarySearch(piece.starts, near, piece.starts.length, at);
        return place >= 0 ? place : -place - 2;
    }

    private static boolean hasAll(Piece piece, int row, List<List<String>> words) {
        for (List<String> spellings : words) {
            boolean isThere = false;
            for (String spelling : spellings) {
                isThere |= piece.text.indexOf(spelling, piece.starts[row], piece.starts[row + 1]) >= 0;
            }
            if (!isThere) {
                return false;
            }
        }
        return true;
    }

    private static String packed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// Gathers the rows of one piece.
    private static final class Packer {
        private byte[] bytes = new byte[PIECE * 128];
        private final int[] starts = new int[PIECE + 1];
        private int rows;
        private int length;

        void add(String text) {
            byte[] more = text.getBytes(StandardCharsets.UTF_8);
            if (length + more.length + 1 > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more.length + 1));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
            bytes[length++] = END;
            starts[++rows] = length;
        }

        Piece piece() {
            Piece piece = new Piece(
                    new String(bytes, 0, length, StandardCharsets.ISO_8859_1), Arrays.copyOf(starts, rows + 1));
            rows = 0;
            length = 0;
            return piece;
        }
    }
}
