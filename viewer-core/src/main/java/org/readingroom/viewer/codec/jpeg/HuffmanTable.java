package org.readingroom.viewer.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;

/// One Huffman table, ready for decoding.
///
/// Besides the code itself, most look-ups find the bits that follow it too: [#coded] knows the number a short code
/// and its bits stand for, in lossless scans and for the coefficients of a block alike.
///
/// **Source:** ITU-T T.81 annex C and F.2.2.3.
final class HuffmanTable {
    /// Bits looked at in one step. Chosen: 4096 entries stay in the nearest cache and hold nine codes of ten.
    static final int FAST_BITS = 12;

    /// Places of the parts of an entry of [#coded]: `number << 16 | zeros << 8 | length`.
    static final int NUMBER_AT = 16;

    static final int ZEROS_AT = 8;

    private static final int LONGEST = 16;

    /// Length and symbol (`length << 8 | symbol`) of the code the index starts with; 0 when it is longer.
    private final short[] fast = new short[1 << FAST_BITS];

    /// First code after those of each length, left-aligned to 16 bits.
    private final int[] limit = new int[LONGEST + 1];

    /// What to add to a code of each length to get its place among the symbols.
    private final int[] offset = new int[LONGEST + 1];

    private final byte[] symbols;
    private int @Nullable [] coded;

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
                Arrays.fill(fast, first, first + (1 << (FAST_BITS - length)), entry);
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

    /// For each [#FAST_BITS] bits: what a code together with the bits that belong to it says, and how long both are;
    /// 0 where they are longer, or where no bits belong to the code of a coefficient.
    ///
    /// A symbol's low four bits are how many bits follow, its high four how many zeros go before. In a lossless
    /// scan there are no zeros, and a symbol of 0 is the number 0.
    int[] coded() {
        int[] entries = coded;
        if (entries == null) {
            entries = new int[1 << FAST_BITS];
            for (int bits = 0; bits < entries.length; bits++) {
                entries[bits] = entry(bits);
            }
            coded = entries;
        }
        return entries;
    }

    private int entry(int bits) {
        int length = fast[bits] >> 8;
        int symbol = fast[bits] & 0xFF;
        int size = symbol & 0xF;
        int whole = length + size;
        if (length == 0 || whole > FAST_BITS || size == 0 && symbol != 0) {
            return 0;
        }
        int value = bits >> (FAST_BITS - whole) & (1 << size) - 1;
        int number = size != 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        return number << NUMBER_AT | symbol >> 4 << ZEROS_AT | whole;
    }
}
