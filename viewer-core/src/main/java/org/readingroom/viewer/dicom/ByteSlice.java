package org.readingroom.viewer.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A run of bytes of a file, in memory or mapped; nothing is copied until asked for.
///
/// **Owner:** read only. A mapped file stays mapped for as long as a slice of it is reachable.
/// **Thread:** any.
public final class ByteSlice {
    public static final ByteSlice EMPTY = of(new byte[0]);

    private static final ValueLayout.OfShort SHORT_LITTLE =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT_LITTLE =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment segment;

    private ByteSlice(MemorySegment segment) {
        this.segment = segment;
    }

    /// The array itself, not a copy of it.
    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(MemorySegment.ofArray(bytes));
    }

    static ByteSlice of(MemorySegment segment) {
        return new ByteSlice(segment);
    }

    public long length() {
        return segment.byteSize();
    }

    /// Part of this slice; both ends must lie within it.
    public ByteSlice slice(long offset, long length) {
        return new ByteSlice(segment.asSlice(offset, length));
    }

    /// A copy of the bytes. **Errors:** [IllegalStateException] above two gigabytes.
    public byte[] toArray() {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    /// A copy of part of the bytes; both ends must lie within the slice.
    public byte[] toArray(long offset, int length) {
        return segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Copies `length` bytes from `offset` into `target` at `targetOffset`.
    public void copyTo(long offset, byte[] target, int targetOffset, int length) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, target, targetOffset, length);
    }

    /// A read-only view, big endian as new buffers are. **Errors:** as [#toArray()].
    public ByteBuffer asBuffer() {
        return segment.asByteBuffer().asReadOnlyBuffer();
    }

    int unsignedByte(long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
    }

    int unsignedShort(long offset, boolean bigEndian) {
        short value = segment.get(SHORT_LITTLE, offset);
        return (bigEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
    }

    long unsignedInt(long offset, boolean bigEndian) {
        int value = segment.get(INT_LITTLE, offset);
        return (bigEndian ? Integer.reverseBytes(value) : value) & 0xFFFFFFFFL;
    }
}
