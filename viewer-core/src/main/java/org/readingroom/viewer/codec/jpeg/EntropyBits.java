package org.readingroom.viewer.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.readingroom.viewer.codec.CodecException;

/// The bits of entropy-coded segments: the zero byte stuffed after every 0xFF is taken out, a marker ends them.
///
/// **Source:** ITU-T T.81 annex F.1.2.3 and F.2.2.5.
final class EntropyBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final int FAST_SHIFT = 64 - HuffmanTable.FAST_BITS;

    /// The longest code and the most bits that follow one.
    private static final int LONGEST_CODED = 32;

    private final byte[] bytes;
    private int at;

    /// The next bits, the first in the highest place; `valid` of them are of the stream, the rest is nonsense.
    private long window;

    private int valid;

    EntropyBits(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /// Takes `count` bits, at most 16.
    int take(int count) throws CodecException {
        if (count == 0) {
            return 0;
        }
        if (valid < count) {
            fill();
            requireValid(count);
        }
        int value = (int) (window >>> (64 - count));
        window <<= count;
        valid -= count;
        return value;
    }

    /// Takes `count` bits and widens them to the signed difference they stand for.
    ///
    /// **Source:** ITU-T T.81 figure F.12, EXTEND.
    int takeDifference(int count) throws CodecException {
        int value = take(count);
        return count != 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    /// Takes one Huffman code.
    int takeSymbol(HuffmanTable table) throws CodecException {
        if (valid < 16) {
            fill();
        }
        int code = table.lookUp((int) (window >>> 48));
        int length = code >> 8;
        if (length > valid) {
            throw CodecException.truncated("entropy-coded data ends inside a code");
        }
        window <<= length;
        valid -= length;
        return code & 0xFF;
    }

    /// Takes a code and its bits in one step, as an entry of [HuffmanTable#coded]; takes nothing and gives 0 where
    /// the two have to be taken one after the other.
    int takeCoded(int[] coded) {
        if (valid < LONGEST_CODED) {
            fill();
        }
        int entry = coded[(int) (window >>> FAST_SHIFT)];
        int length = entry & 0xFF;
        if (length > valid) {
            return 0;
        }
        window <<= length;
        valid -= length;
        return entry;
    }

    /// Takes the difference that a DC or a lossless code stands for.
    int takeDifference(HuffmanTable table) throws CodecException {
        int entry = takeCoded(table.coded());
        if (entry != 0 && (entry >> HuffmanTable.ZEROS_AT & 0xFF) == 0) {
            return entry >> HuffmanTable.NUMBER_AT;
        }
        if (entry != 0) {
            throw CodecException.corrupt("a difference of more than 16 bits");
        }
        int size = takeSymbol(table);
        if (size < 16) {
            return takeDifference(size);
        }
        if (size > 16) {
            throw CodecException.corrupt("a difference of " + size + " bits");
        }
        return 32768;
    }

    /// Takes as many differences as `out` has room for.
    void takeDifferences(HuffmanTable table, int[] out) throws CodecException {
        int[] coded = table.coded();
        long bits = window;
        int left = valid;
        for (int i = 0; i < out.length; i++) {
            if (left < LONGEST_CODED) {
                window = bits;
                valid = left;
                fill();
                bits = window;
                left = valid;
            }
            int entry = coded[(int) (bits >>> FAST_SHIFT)];
            int length = entry & 0xFFFF;
            if (length == 0 || length > HuffmanTable.FAST_BITS || length > left) {
                window = bits;
                valid = left;
                out[i] = takeDifference(table);
                bits = window;
                left = valid;
                continue;
            }
            bits <<= length;
            left -= length;
            out[i] = entry >> HuffmanTable.NUMBER_AT;
        }
        window = bits;
        valid = left;
    }

    /// Starts afresh after restart marker number `expected`, which must come next.
    void restart(int expected) throws CodecException {
        int marker = finish();
        if (marker + 1 >= bytes.length) {
            throw CodecException.truncated("entropy-coded data ends before restart marker " + expected);
        }
        if ((bytes[marker + 1] & 0xFF) != 0xD0 + expected) {
            throw CodecException.corrupt("not restart marker " + expected);
        }
        at = marker + 2;
        window = 0;
        valid = 0;
    }

    /// Where the marker after the decoded data stands, or the end of the bytes.
    ///
    /// **Errors:** [CodecException] when more than padding lies before it: then what was decoded is not what was
    /// encoded, however whole it looks. Zeros and ones only are padding to us, as some encoders write whole bytes.
    int finish() throws CodecException {
        boolean zeros = true;
        boolean ones = true;
        for (int place = at - valid / 8 - stuffedIn(valid / 8); place < bytes.length; place++) {
            if (place + 1 < bytes.length && isMarker(place)) {
                return place;
            }
            zeros &= bytes[place] == 0;
            ones &= bytes[place] == -1;
            if (!zeros && !ones) {
                throw CodecException.corrupt("entropy-coded data is left over after the last sample");
            }
        }
        return bytes.length;
    }

    /// How many stuffed zeros lie among the last `count` bytes of data taken into the window.
    private int stuffedIn(int count) {
        int stuffed = 0;
        for (int place = at - 1, taken = 0; taken < count; place--, taken++) {
            if (bytes[place] == 0 && place > 0 && bytes[place - 1] == -1) {
                stuffed++;
                place--;
            }
        }
        return stuffed;
    }

    private boolean isMarker(int index) {
        return bytes[index] == -1 && bytes[index + 1] != 0 && bytes[index + 1] != -1;
    }

    private void requireValid(int count) throws CodecException {
        if (valid < count) {
            throw CodecException.truncated("entropy-coded data ends early");
        }
    }

    private void fill() {
        if (at + 8 <= bytes.length) {
            long next = (long) LONG.get(bytes, at);
            // A zero byte in ~next is a 0xFF in next.
            long inverted = ~next;
            if (~((inverted & LOW_BITS) + LOW_BITS | inverted | LOW_BITS) == 0) {
                window = kept() | next >>> valid;
                int taken = (64 - valid) >> 3;
                at += taken;
                valid += 8 * taken;
                return;
            }
        }
        while (valid <= 56 && at < bytes.length) {
            int value = bytes[at] & 0xFF;
            if (value == 0xFF) {
                if (at + 1 >= bytes.length || bytes[at + 1] != 0) {
                    return;
                }
                at++;
            }
            at++;
            window = kept() | (long) value << (56 - valid);
            valid += 8;
        }
    }

    private long kept() {
        return valid == 0 ? 0 : window & -1L << (64 - valid);
    }
}
