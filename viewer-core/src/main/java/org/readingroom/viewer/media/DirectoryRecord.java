package org.readingroom.viewer.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Vr;

/// One record of a DICOMDIR with those below it, as bytes whose offsets are filled in at the end.
///
/// Records lie one after the other, each followed by what is below it; a record points at its next sister and at its
/// first child by the byte in the file where that one's item begins.
///
/// **Source:** DICOM PS3.3 section F.3.
final class DirectoryRecord {
    static final int SOP_CLASS_IN_FILE = 0x00041510;
    static final int INSTANCE_IN_FILE = 0x00041511;
    static final int SYNTAX_IN_FILE = 0x00041512;

    private static final String DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";
    private static final int FILE_SET_ID = 0x00041130;
    private static final int FIRST_RECORD = 0x00041200;
    private static final int LAST_RECORD = 0x00041202;
    private static final int CONSISTENCY = 0x00041212;
    private static final int NEXT = 0x00041400;
    private static final int IN_USE = 0x00041410;
    private static final int LOWER = 0x00041420;
    private static final int TYPE = 0x00041430;

    /// Where the values of NEXT and LOWER lie in the record, which begins with NEXT, IN_USE, LOWER: headers of eight
    /// bytes, values of four, two and four.
    private static final int NEXT_AT = 8;

    private static final int LOWER_AT = 8 + 4 + 8 + 2 + 8;
    private static final int ITEM_HEADER = 8;
    private static final int UNDEFINED = 0xFFFFFFFF;

    private final byte[] bytes;
    private final Map<String, DirectoryRecord> children = new LinkedHashMap<>();
    private int at;

    DirectoryRecord(String type, Consumer<DataSetBuilder> keys) {
        DataSetBuilder record = DataSetBuilder.create()
                .integers(NEXT, Vr.UL, 0)
                .integers(IN_USE, Vr.US, 0xFFFF)
                .integers(LOWER, Vr.UL, 0)
                .text(TYPE, Vr.CS, type);
        keys.accept(record);
        bytes = DicomWriter.encoded(record.build());
    }

    DirectoryRecord child(String key, Supplier<DirectoryRecord> made) {
        return children.computeIfAbsent(key, each -> made.get());
    }

    private int place(int start) {
        at = start;
        int end = start + ITEM_HEADER + bytes.length + ITEM_HEADER;
        for (DirectoryRecord child : children.values()) {
            end = child.place(end);
        }
        return end;
    }

    private static void write(List<DirectoryRecord> sisters, ByteArrayOutputStream out) {
        for (int i = 0; i < sisters.size(); i++) {
            DirectoryRecord record = sisters.get(i);
            List<DirectoryRecord> below = List.copyOf(record.children.values());
            ByteBuffer filled = ByteBuffer.wrap(record.bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
            filled.putInt(NEXT_AT, i + 1 < sisters.size() ? sisters.get(i + 1).at : 0);
            filled.putInt(LOWER_AT, below.isEmpty() ? 0 : below.getFirst().at);
            out.writeBytes(header(0xFFFEE000, UNDEFINED));
            out.writeBytes(filled.array());
            out.writeBytes(header(0xFFFEE00D, 0));
            write(below, out);
        }
    }

    private static byte[] header(int tag, int length) {
        return ByteBuffer.allocate(ITEM_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt(length)
                .array();
    }

    /// The whole index.
    static byte[] file(List<DirectoryRecord> roots, String instance) {
        byte[] beginning = DicomWriter.beginning(DIRECTORY_STORAGE, instance);
        byte[] head = head(0, 0);
        byte[] sequence = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x0004)
                .putShort((short) 0x1220)
                .put((byte) 'S')
                .put((byte) 'Q')
                .putShort((short) 0)
                .putInt(UNDEFINED)
                .array();
        int next = beginning.length + head.length + sequence.length;
        for (DirectoryRecord root : new ArrayList<>(roots)) {
            next = root.place(next);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(next);
        out.writeBytes(beginning);
        out.writeBytes(roots.isEmpty() ? head : head(roots.getFirst().at, roots.getLast().at));
        out.writeBytes(sequence);
        write(roots, out);
        out.writeBytes(header(0xFFFEE0DD, 0));
        return out.toByteArray();
    }

    private static byte[] head(int first, int last) {
        return DicomWriter.encoded(DataSetBuilder.create("")
                .text(FILE_SET_ID, Vr.CS, "READINGROOM")
                .integers(FIRST_RECORD, Vr.UL, first)
                .integers(LAST_RECORD, Vr.UL, last)
                .integers(CONSISTENCY, Vr.US, 0)
                .build());
    }
}
