package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// The quantisation and Huffman tables defined so far.
///
/// **Source:** ITU-T T.81 annexes B.2.4.1 and B.2.4.2.
final class Tables {
    private final int[] @Nullable [] quantisation = new int[4][];
    private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];

    void defineQuantisation(CodeBytes bytes, int body, int end) throws CodecException {
        int at = body;
        while (at < end) {
            int head = bytes.u8(at++);
            int width = (head >> 4) + 1;
            int[] table = new int[64];
            if ((head & 0xF) > 3 || width > 2 || end - at < 64 * width) {
                throw CodecException.corrupt("a quantisation table " + head);
            }
            for (int k = 0; k < 64; k++, at += width) {
                table[Zigzag.PLACE[k]] = width == 1 ? bytes.u8(at) : bytes.u16(at);
            }
            quantisation[head & 0xF] = table;
        }
    }

    void defineHuffman(CodeBytes bytes, int body, int end) throws CodecException {
        int at = body;
        while (at < end) {
            int head = bytes.u8(at++);
            int[] counts = new int[16];
            int total = 0;
            for (int i = 0; i < 16; i++) {
                counts[i] = bytes.u8(at++);
                total += counts[i];
            }
            if ((head & 0xEC) != 0 || total > 256 || total > end - at) {
                throw CodecException.corrupt("a Huffman table " + head + " of " + total + " codes");
            }
            HuffmanTable table = new HuffmanTable(counts, Arrays.copyOfRange(bytes.array(), at, at + total));
            at += total;
            if (head >> 4 == 0) {
                dc[head & 3] = table;
            } else {
                ac[head & 3] = table;
            }
        }
    }

    int[] quantisation(int number) throws CodecException {
        int[] table = quantisation[number];
        if (table == null) {
            throw CodecException.corrupt("quantisation table " + number + " is missing");
        }
        return table;
    }

    HuffmanTable dc(int number) throws CodecException {
        return defined(dc, number);
    }

    HuffmanTable ac(int number) throws CodecException {
        return defined(ac, number);
    }

    private static HuffmanTable defined(@Nullable HuffmanTable[] tables, int number) throws CodecException {
        HuffmanTable table = number < tables.length ? tables[number] : null;
        if (table == null) {
            throw CodecException.corrupt("Huffman table " + number + " is missing");
        }
        return table;
    }
}
