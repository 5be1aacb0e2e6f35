package org.readingroom.viewer.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.readingroom.viewer.codec.CodecException;

/// The bits of one scan: the bit stuffed after every 0xFF byte is taken out, a marker ends them.
///
/// **Source:** ITU-T T.87 section 9.1 and annex A.1.
final class ScanBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /// Bits the window holds at least after filling, stream permitting; no Golomb prefix is longer.
    private static final int FILLED = 57;

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final byte[] bytes;
    private int at;
    private boolean afterFf;

    /// The next bits, the first in the highest place; `valid` of them are of the stream. [RegularMode] takes its own.
    long window;

    int valid;

    ScanBits(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /// Takes `count` bits, at most 32.
    int take(int count) throws CodecException {
        if (count == 0) {
            return 0;
        }
        require(count);
        int value = (int) (window >>> (64 - count));
        window <<= count;
        valid -= count;
        return value;
    }

    boolean takeOne() throws CodecException {
        if (valid == 0) {
            require(1);
        }
        boolean one = window < 0;
        window <<= 1;
        valid--;
        return one;
    }

    /// Takes a limited-length Golomb code.
    ///
    /// **Source:** ITU-T T.87 annex A.5.3; `limit` is the longest code, `escapeBits` is qbpp.
    int takeGolomb(int k, int limit, int escapeBits) throws CodecException {
        if (valid < FILLED) {
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(window);
        int most = limit - escapeBits - 1;
        if (zeros >= valid) {
            throw CodecException.truncated("a scan ends inside a code");
        }
        if (zeros > most) {
            throw CodecException.corrupt("a Golomb code of " + zeros + " zeros");
        }
        window <<= zeros;
        window <<= 1;
        valid -= zeros + 1;
        return zeros < most ? zeros << k | take(k) : take(escapeBits) + 1;
    }

    /// Starts afresh after the restart marker that must follow here.
    void restart(int expected) throws CodecException {
        int marker = finish();
        if (marker + 1 >= bytes.length) {
            throw CodecException.truncated("a scan ends before restart marker " + expected);
        }
        if ((bytes[marker + 1] & 0xFF) != 0xD0 + expected) {
            throw CodecException.corrupt("not restart marker " + expected);
        }
        at = marker + 2;
        window = 0;
        valid = 0;
        afterFf = false;
    }

    /// Where the marker after this scan stands, or the end of the bytes.
    ///
    /// **Errors:** [CodecException] when more than the padding of the last byte lies before it: then what was
    /// decoded is not what was encoded, however whole it looks. Zero bytes count as padding.
    int finish() throws CodecException {
        fill();
        boolean zeros = valid == 0 || window >>> (64 - valid) == 0;
        int marker = at;
        while (marker + 1 < bytes.length && !isMarker(marker)) {
            zeros &= bytes[marker] == 0 || bytes[marker] == -1;
            marker++;
        }
        if (valid >= 16 && !zeros) {
            throw CodecException.corrupt("coded data is left over after the last sample");
        }
        return marker;
    }

    private boolean isMarker(int index) {
        return bytes[index] == -1 && (bytes[index + 1] & 0xFF) >= 0x80;
    }

    private void require(int count) throws CodecException {
        if (valid < count) {
            fill();
            if (valid < count) {
                throw CodecException.truncated("a scan ends early");
            }
        }
    }

    void fill() {
        if (!afterFf && at + 8 <= bytes.length) {
            long next = (long) LONG.get(bytes, at);
            // A zero byte in ~next is a 0xFF in next.
            long inverted = ~next;
            long ffBytes = ~((inverted & LOW_BITS) + LOW_BITS | inverted | LOW_BITS);
            if (ffBytes == 0) {
                window |= next >>> valid;
                int taken = (64 - valid) >> 3;
                at += taken;
                valid += 8 * taken;
                return;
            }
        }
        while (valid <= 56 && at < bytes.length) {
            int value = bytes[at] & 0xFF;
            if (afterFf) {
                if (value >= 0x80) {
                    return;
                }
                window = cleared() | (long) value << (57 - valid);
                valid += 7;
                afterFf = false;
            } else {
                if (value == 0xFF && at + 1 < bytes.length && (bytes[at + 1] & 0xFF) >= 0x80) {
                    return;
                }
                window = cleared() | (long) value << (56 - valid);
                valid += 8;
                afterFf = value == 0xFF;
            }
            at++;
        }
    }

    /// The window without bits the fast way read ahead of their bytes.
    private long cleared() {
        return valid == 0 ? 0 : window & -1L << (64 - valid);
    }
}
