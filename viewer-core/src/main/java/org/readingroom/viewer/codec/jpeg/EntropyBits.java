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

    /// Starts afresh after restart marker number `expected`, which must come next.
    void restart(int expected) throws CodecException {
        int marker = nextMarker();
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

    /// Where the next marker stands, or the end of the bytes.
    int nextMarker() {
        int marker = at;
        while (marker + 1 < bytes.length && !isMarker(marker)) {
            marker++;
        }
        return marker + 1 < bytes.length ? marker : bytes.length;
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
