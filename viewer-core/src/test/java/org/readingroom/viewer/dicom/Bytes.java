package org.readingroom.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes DICOM bytes by hand, right or wrong, independently of the writer under test.
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean isBigEndian;

    private Bytes(boolean isBigEndian) {
        this.isBigEndian = isBigEndian;
    }

    static Bytes little() {
        return new Bytes(false);
    }

    static Bytes big() {
        return new Bytes(true);
    }

    /// Preamble, magic and a file meta information group naming `syntax`.
    static Bytes part10(String syntax) {
        Bytes meta = little().explicit(0x00020010, "UI", even(syntax, '\0'));
        byte[] group = meta.array();
        return little().raw(new byte[128])
                .text("DICM")
                .int16(2)
                .int16(0)
                .text("UL")
                .int16(4)
                .int32(group.length)
                .raw(group);
    }

    private static String even(String text, char padding) {
        return text.length() % 2 == 0 ? text : text + padding;
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes int16(int value) {
        out.write(isBigEndian ? value >> 8 : value);
        out.write(isBigEndian ? value : value >> 8);
        return this;
    }

    Bytes int32(long value) {
        int low = (int) (value & 0xFFFF);
        int high = (int) (value >> 16 & 0xFFFF);
        return isBigEndian ? int16(high).int16(low) : int16(low).int16(high);
    }

    Bytes tag(int tag) {
        return int16(tag >>> 16).int16(tag);
    }

    Bytes explicit(int tag, String vr, String text) {
        return tag(tag).text(vr).int16(text.length()).text(text);
    }

    Bytes explicit(int tag, String vr, byte[] value) {
        return tag(tag).text(vr).int16(value.length).raw(value);
    }

    Bytes explicitLong(int tag, String vr, long length) {
        return tag(tag).text(vr).int16(0).int32(length);
    }

    Bytes implicit(int tag, String text) {
        return tag(tag).int32(text.length()).text(text);
    }

    Bytes open(int tag) {
        return tag(tag).int32(0xFFFFFFFFL);
    }

    Bytes end(int tag) {
        return tag(tag).int32(0);
    }

    byte[] array() {
        return out.toByteArray();
    }
}
