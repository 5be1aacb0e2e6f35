package org.readingroom.viewer.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The two descriptors of a disc: the volume, and the end of descriptors.
///
/// **Source:** ECMA-119 sections 8.3 and 8.4; numbers are byte positions there, counted from one.
final class IsoDescriptor {
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'00'").withZone(ZoneOffset.UTC);

    private IsoDescriptor() {}

    record PathTable(int bytes, int littleAt, int bigAt) {}

    static byte[] primary(IsoFolder root, String name, Instant made, int sectors, PathTable table) {
        byte[] sector = begun(1);
        ByteBuffer out = ByteBuffer.wrap(sector);
        out.position(8);
        IsoImage.putText(out, "", 32);
        IsoImage.putText(out, name, 32);
        out.position(80);
        IsoImage.putBoth(out, sectors);
        out.position(120);
        IsoImage.putBoth(out, (short) 1);
        IsoImage.putBoth(out, (short) 1);
        IsoImage.putBoth(out, (short) IsoImage.SECTOR);
        IsoImage.putBoth(out, table.bytes);
        out.order(ByteOrder.LITTLE_ENDIAN).putInt(table.littleAt).putInt(0);
        out.order(ByteOrder.BIG_ENDIAN).putInt(table.bigAt).putInt(0);
        IsoFolder.record(out, new byte[] {0}, root.sector(), (long) root.sectors() * IsoImage.SECTOR, true, made);
        IsoImage.putText(out, "", 128 + 128 + 128);
        IsoImage.putText(out, "READING ROOM", 128);
        IsoImage.putText(out, "", 37 + 37 + 37);
        String digits = DIGITS.format(made);
        for (String each : new String[] {digits, digits, "0".repeat(16), "0".repeat(16)}) {
            out.put(each.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
        out.put((byte) 1);
        return sector;
    }

    static byte[] terminator() {
        return begun(255);
    }

    private static byte[] begun(int type) {
        byte[] sector = new byte[IsoImage.SECTOR];
        ByteBuffer out = ByteBuffer.wrap(sector);
        out.put((byte) type).put("CD001".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
        return sector;
    }
}
