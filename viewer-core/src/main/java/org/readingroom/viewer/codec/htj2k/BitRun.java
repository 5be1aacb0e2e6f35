package org.readingroom.viewer.codec.htj2k;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The bits of one stream within a block, freed of stuffing: the first is the lowest of the first byte.
///
/// Past the end the bits repeat a filling, as far as the run was given room.
final class BitRun {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SPARE_BYTES = 24;
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long TOP_BITS = EACH_BYTE << 7;

    private byte[] bytes = new byte[0];
    private int room;
    private int end;

    /// How many bits the stream itself holds, the filling not counted; at most the room.
    int length() {
        return end;
    }

    /// At least 57 bits from bit `position` on, which lies within the room.
    long from(int position) {
        return (long) LONG.get(bytes, position >>> 3) >>> (position & 7);
    }

    int bit(int position) {
        return bytes[position >>> 3] >> (position & 7) & 1;
    }

    /// Takes bytes `from` to `to` in their order; a byte after 0xFF brings seven bits.
    ///
    /// No more than `roomBits` bits are kept; `filling` is 0 or -1.
    void forwards(byte[] source, int from, int to, int roomBits, int filling) {
        prepare(roomBits);
        int at = from;
        boolean stuffed = false;
        while (at < to && end < room) {
            if (stuffed || to - at < 8) {
                int next = source[at++] & 0xFF;
                append(next, stuffed ? 7 : 8);
                stuffed = next == 0xFF;
                continue;
            }
            long word = (long) LONG.get(source, at);
            long full = ~word - EACH_BYTE & word & TOP_BITS;
            int taken = 1 + (Long.numberOfTrailingZeros(full) >> 3);
            stuffed = full != 0;
            if (stuffed) {
                append(word, 8 * taken);
                at += taken;
            } else {
                append(word, 64);
                at += 8;
            }
        }
        fill(filling);
    }

    /// Takes bytes from `last` down to `first`, after the `held` bits of `start` that lie before them; a byte whose
    /// lower seven bits are ones brings seven when the one before it was above 0x8F.
    ///
    /// `before` is that one for the first byte.
    void backwards(byte[] source, int last, int first, int start, int held, int before, int roomBits) {
        prepare(roomBits);
        append(start, held);
        int previous = before;
        int at = last;
        while (at >= first && end < room) {
            if (at - first >= 7) {
                long word = Long.reverseBytes((long) LONG.get(source, at - 7));
                if (((word & ~TOP_BITS) + EACH_BYTE & TOP_BITS) == 0) {
                    append(word, 64);
                    at -= 8;
                    previous = (int) (word >>> 56);
                    continue;
                }
            }
            int next = source[at--] & 0xFF;
            append(next, previous > 0x8F && (next & 0x7F) == 0x7F ? 7 : 8);
            previous = next;
        }
        fill(0);
    }

    private void prepare(int roomBits) {
        room = roomBits;
        end = 0;
        if (bytes.length < (roomBits >>> 3) + SPARE_BYTES) {
            bytes = new byte[(roomBits >>> 3) + SPARE_BYTES];
        }
        bytes[0] = 0;
    }

    /// Adds the lower `count` bits of `value`; the byte that the run ends in is clean above them.
    private void append(long value, int count) {
        int at = end >>> 3;
        int shift = end & 7;
        long added = count == 64 ? value : value & (1L << count) - 1;
        LONG.set(bytes, at, bytes[at] & 0xFFL | added << shift);
        bytes[at + 8] = (byte) (shift == 0 ? 0 : added >>> 64 - shift);
        end += count;
    }

    private void fill(int filling) {
        end = Math.min(end, room);
        int at = end >>> 3;
        bytes[at] = (byte) (bytes[at] & (1 << (end & 7)) - 1 | filling << (end & 7));
        Arrays.fill(bytes, at + 1, (room >>> 3) + SPARE_BYTES, (byte) filling);
    }
}
