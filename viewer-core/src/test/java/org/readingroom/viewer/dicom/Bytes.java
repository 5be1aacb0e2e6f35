package org.readingroom.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes DICOM bytes by hand, right or wrong, independently of the writer under test.
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean isBigEndian;

    private Bytes(boolean isBigEndian) {
        this.isBigEndian = isBigEndian;
    }

    public static Bytes little() {
        return new Bytes(false);
    }

    public static Bytes big() {
        return new Bytes(true);
    }

    /// Preamble, magic and a file meta information group naming `syntax`.
    public static Bytes part10(String syntax) {
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

    public Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Bytes int16(int value) {
        out.write(isBigEndian ? value >> 8 : value);
        out.write(isBigEndian ? value : value >> 8);
        return this;
    }

    public Bytes int32(long value) {
        int low = (int) (value & 0xFFFF);
        int high = (int) (value >> 16 & 0xFFFF);
        return isBigEndian ? int16(high).int16(low) : int16(low).int16(high);
    }

    public Bytes tag(int tag) {
        return int16(tag >>> 16).int16(tag);
    }

    public Bytes explicit(int tag, String vr, String text) {
        return tag(tag).text(vr).int16(text.length()).text(text);
    }

    public Bytes explicit(int tag, String vr, byte[] value) {
        return tag(tag).text(vr).int16(value.length).raw(value);
    }

    public Bytes explicitLong(int tag, String vr, long length) {
        return tag(tag).text(vr).int16(0).int32(length);
    }

    public Bytes implicit(int tag, String text) {
        return tag(tag).int32(text.length()).text(text);
    }

    public Bytes open(int tag) {
        return tag(tag).int32(0xFFFFFFFFL);
    }

    public Bytes end(int tag) {
        return tag(tag).int32(0);
    }

    public byte[] array() {
        return out.toByteArray();
    }
}
