package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;

/// One Huffman table, ready for decoding.
///
/// **Source:** ITU-T T.81 annex C and F.2.2.3.
final class HuffmanTable {
    private static final int FAST_BITS = 9;
    private static final int LONGEST = 16;

    /// Length and symbol (`length << 8 | symbol`) of the code the index starts with; 0 when it is longer.
    private final short[] fast = new short[1 << FAST_BITS];

    /// First code after those of each length, left-aligned to 16 bits.
    private final int[] limit = new int[LONGEST + 1];

    /// What to add to a code of each length to get its place among the symbols.
    private final int[] offset = new int[LONGEST + 1];

    private final byte[] symbols;

    /// `counts[length - 1]` codes have `length` bits; `symbols` are in the order of their codes.
    HuffmanTable(int[] counts, byte[] symbols) throws CodecException {
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = index - code;
            int count = counts[length - 1];
            if (code + count > 1 << length) {
                throw CodecException.corrupt("a Huffman table with too many codes of length " + length);
            }
            for (int i = 0; i < count && length <= FAST_BITS; i++) {
                int first = (code + i) << (FAST_BITS - length);
                short entry = (short) (length << 8 | symbols[index + i] & 0xFF);
                java.util.Arrays.fill(fast, first, first + (1 << (FAST_BITS - length)), entry);
            }
            code += count;
            index += count;
            limit[length] = code << (LONGEST - length);
            code <<= 1;
        }
    }

    /// Length and symbol, `length << 8 | symbol`, of the code that the 16 bits of `next` start with.
    int lookUp(int next) throws CodecException {
        int entry = fast[next >>> (LONGEST - FAST_BITS)];
        if (entry != 0) {
            return entry;
        }
        for (int length = FAST_BITS + 1; length <= LONGEST; length++) {
            if (next < limit[length]) {
                return length << 8 | symbols[(next >>> (LONGEST - length)) + offset[length]] & 0xFF;
            }
        }
        throw CodecException.corrupt("no such Huffman code");
    }
}
