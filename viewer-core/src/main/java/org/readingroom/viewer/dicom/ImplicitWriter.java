package org.readingroom.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes elements in implicit VR little endian; sequences and items with their lengths.
///
/// **Source:** DICOM PS3.5 section 7.1.3.
final class ImplicitWriter {
    private ImplicitWriter() {}

    static byte[] write(DataSet dataSet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int tag : dataSet.tags()) {
            if ((tag & 0xFFFF) != 0) {
                element(out, dataSet, tag);
            }
        }
        return out.toByteArray();
    }

    private static void element(ByteArrayOutputStream out, DataSet dataSet, int tag) {
        Vr vr = dataSet.vr(tag).orElse(Vr.UN);
        byte[] value = vr == Vr.SQ ? items(dataSet, tag) : dataSet.bytes(tag);
        header(out, tag, value.length + (value.length & 1));
        out.writeBytes(value);
        if ((value.length & 1) == 1) {
            out.write(vr.kind() == Vr.Kind.TEXT && vr != Vr.UI ? ' ' : 0);
        }
    }

    private static byte[] items(DataSet dataSet, int tag) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (DataSet item : dataSet.items(tag)) {
            byte[] value = write(item);
            header(all, Tag.ITEM, value.length);
            all.writeBytes(value);
        }
        return all.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, int tag, int length) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt(length)
                .array());
    }
}
