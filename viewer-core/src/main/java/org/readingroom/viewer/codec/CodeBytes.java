package org.readingroom.viewer.codec;

/// Big-endian numbers out of encoded bytes; reading past the end is a [CodecException].
public final class CodeBytes {
    private final byte[] bytes;

    public CodeBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    public byte[] array() {
        return bytes;
    }

    public int u8(int at) throws CodecException {
        if (at < 0 || at >= bytes.length) {
            throw CodecException.truncated("byte " + at + " of " + bytes.length);
        }
        return bytes[at] & 0xFF;
    }

    public int u16(int at) throws CodecException {
        return u8(at) << 8 | u8(at + 1);
    }

    public int i32(int at) throws CodecException {
        return u16(at) << 16 | u16(at + 2);
    }

    public long u32(int at) throws CodecException {
        return i32(at) & 0xFFFFFFFFL;
    }

    /// Where the marker segment whose length field stands at `at` ends.
    ///
    /// **Errors:** [CodecException] when it is shorter than its length field or passes the end of the bytes.
    public int segmentEnd(int at) throws CodecException {
        int length = u16(at);
        if (length < 2) {
            throw CodecException.corrupt("a marker segment of length " + length);
        }
        if (length > bytes.length - at) {
            throw CodecException.truncated("a marker segment passes the end");
        }
        return at + length;
    }

    /// After the last scan of a JPEG or JPEG-LS image only remarks and its end may come; that the end itself is
    /// missing takes nothing from a picture whose every sample is there.
    ///
    /// **Errors:** [CodecException] when another marker stands at `at`.
    public void requireEndOfImage(int at) throws CodecException {
        int place = at;
        while (place + 1 < bytes.length && u8(place + 1) == 0xFF) {
            place++;
        }
        if (place + 1 >= bytes.length) {
            return;
        }
        int marker = u8(place + 1);
        boolean remark = marker >= 0xE0 && marker <= 0xEF || marker == 0xFE || marker == 0xDC;
        if (marker != 0xD9 && !remark) {
            throw CodecException.corrupt("marker %02X after the last scan".formatted(marker));
        }
    }
}
