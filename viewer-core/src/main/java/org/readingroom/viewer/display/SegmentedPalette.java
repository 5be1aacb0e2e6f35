package org.readingroom.viewer.display;

import java.util.Arrays;

/// Expands a segmented colour table: discrete runs, straight lines, and copies of earlier segments.
///
/// **Source:** DICOM PS3.3 section C.7.9.2.
final class SegmentedPalette {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final int[] words;
    private final int wordBytes;
    private final int[] out;
    private int filled;

    /// `words` are the data as unsigned numbers of `wordBytes` (1 or 2) each.
    SegmentedPalette(int[] words, int wordBytes, int entries) {
        this.words = words;
        this.wordBytes = wordBytes;
        this.out = new int[entries];
    }

    /// The table; shorter than promised when the data is broken.
    int[] expand() {
        run(0, Integer.MAX_VALUE, true);
        return Arrays.copyOf(out, filled);
    }

    private void run(int start, int segments, boolean mayCopy) {
        int at = start;
        for (int done = 0; done < segments && at + 2 < words.length && filled < out.length; done++) {
            int opcode = words[at];
            int length = words[at + 1];
            if (length == 0) {
                // a segment of nothing is none, and copies of many of them would go on for hours
                return;
            }
            if (opcode == DISCRETE) {
                for (int i = 0; i < length && at + 2 + i < words.length; i++) {
                    put(words[at + 2 + i]);
                }
                at += 2 + length;
            } else if (opcode == LINEAR) {
                line(length, words[at + 2]);
                at += 3;
            } else if (opcode == INDIRECT && mayCopy && at + 1 + 4 / wordBytes < words.length) {
                run(byteOffset(at + 2) / wordBytes, length, false);
                at += 2 + 4 / wordBytes;
            } else {
                return;
            }
        }
    }

    /// The 32-bit offset, in bytes from the start of the data, least significant word first.
    private int byteOffset(int at) {
        int offset = 0;
        for (int i = 4 / wordBytes - 1; i >= 0; i--) {
            offset = offset << 8 * wordBytes | words[at + i];
        }
        return Math.max(0, offset);
    }

    private void line(int length, int end) {
        int start = filled == 0 ? 0 : out[filled - 1];
        for (int i = 1; i <= length; i++) {
            put((int) Math.round(start + (double) (end - start) * i / length));
        }
    }

    private void put(int value) {
        if (filled < out.length) {
            out[filled++] = value;
        }
    }
}
